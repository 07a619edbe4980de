package io.telcofactory.testkit.steering;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** How the interfaces word a refusal that has nothing to do with their subject. */
enum ErrorForm {
    /** RFC 9457, as 3GPP and ETSI use it. */
    PROBLEM_DETAILS {
        @Override
        FakeReply of(int status, String detail) {
            return FakeReply.problem(status, cause(status), detail);
        }

        private String cause(int status) {
            return switch (status) {
                case 400 -> "INVALID_MSG_FORMAT";
                case 401 -> "UNAUTHORIZED";
                case 404 -> "RESOURCE_URI_STRUCTURE_NOT_FOUND";
                case 405 -> "METHOD_NOT_ALLOWED";
                case 415 -> "UNSUPPORTED_MEDIA_TYPE";
                case 429 -> "NF_CONGESTION_RISK";
                case 503 -> "NF_CONGESTION";
                default -> "SYSTEM_FAILURE";
            };
        }
    },
    /** The CAMARA design guide. */
    CAMARA {
        @Override
        FakeReply of(int status, String detail) {
            return error(status, code(status), detail);
        }

        private String code(int status) {
            return switch (status) {
                case 400 -> "INVALID_ARGUMENT";
                case 401 -> "UNAUTHENTICATED";
                case 403 -> "PERMISSION_DENIED";
                case 404 -> "NOT_FOUND";
                case 405 -> "METHOD_NOT_ALLOWED";
                case 415 -> "UNSUPPORTED_MEDIA_TYPE";
                case 429 -> "TOO_MANY_REQUESTS";
                case 503 -> "UNAVAILABLE";
                default -> "INTERNAL";
            };
        }
    };

    /** Returns a refusal. */
    abstract FakeReply of(int status, String detail);

    /** Returns a refusal of CAMARA with a code of its own. */
    static FakeReply error(int status, String code, String message) {
        ObjectNode body = FakeReply.JSON.createObjectNode();
        body.put("status", status).put("code", code).put("message", message);
        return FakeReply.json(status, body);
    }
}
