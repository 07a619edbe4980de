package io.telcofactory.testkit.opennebula.internal.gate;

import io.telcofactory.testkit.opennebula.internal.oned.Vm;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The token that a guest finds on its context disk: its number and birth, encrypted with a secret of its owner. */
final class GuestToken {

    private static final int BLOCK = 16;
    private static final int KEY = 32;

    private GuestToken() {}

    static String of(Vm vm, String ownersSecret) {
        String content = vm.id() + ":" + vm.created();
        try {
            byte[] encrypted =
                    cipher(Cipher.ENCRYPT_MODE, ownersSecret).doFinal(content.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(encrypted);
        } catch (GeneralSecurityException everyJdkHasAes) {
            throw new IllegalStateException(everyJdkHasAes);
        }
    }

    private static Cipher cipher(int mode, String secret) throws GeneralSecurityException {
        byte[] key = secret.substring(0, KEY).getBytes(StandardCharsets.UTF_8);
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(new byte[BLOCK]));
        return cipher;
    }
}
