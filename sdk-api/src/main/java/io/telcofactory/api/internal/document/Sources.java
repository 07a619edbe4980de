package io.telcofactory.api.internal.document;

import io.telcofactory.api.error.ErrorContext;
import io.telcofactory.api.error.InvalidRequestException;
import io.telcofactory.api.error.NotFoundException;
import io.telcofactory.api.error.UnavailableException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads the text of documents from files. */
final class Sources {
    private static final int UTF8_BYTES_PER_CHARACTER = 4;

    private Sources() {}

    static String text(Path file) {
        ErrorContext context = ErrorContext.of("documents", "read", file.toString());
        try {
            long bytes = Files.size(file);
            if (bytes > (long) Limits.CHARACTERS * UTF8_BYTES_PER_CHARACTER) {
                throw new InvalidRequestException(
                        context,
                        "The file has " + bytes + " bytes; a document has at most " + Limits.CHARACTERS
                                + " characters. Is it the right file?");
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new NotFoundException(context, "There is no such file; correct the path", e);
        } catch (CharacterCodingException e) {
            throw new InvalidRequestException(context, "The file is not UTF-8 text; save it as UTF-8", e);
        } catch (IOException e) {
            throw new UnavailableException(context, "The file can't be read: " + e + "; look at its permissions", e);
        }
    }
}
