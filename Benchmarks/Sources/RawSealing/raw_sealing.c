#include "raw_sealing.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/rand.h>
#include <stdlib.h>
#include <string.h>

static const char info[] = "milenari sealed record v1";

struct raw_sealing {
    int uses_kdf;
    EVP_KDF_CTX *kdf;
    EVP_MAC_CTX *mac;
    EVP_CIPHER *aes;
    EVP_CIPHER_CTX *cipher;
};

raw_sealing *raw_sealing_new(int uses_kdf) {
    raw_sealing *state = calloc(1, sizeof *state);
    if (!state) return NULL;
    EVP_KDF *kdf = EVP_KDF_fetch(NULL, "HKDF", NULL);
    EVP_MAC *mac = EVP_MAC_fetch(NULL, "HMAC", NULL);
    char digest[] = "SHA256";
    OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0), OSSL_PARAM_construct_end()};
    state->uses_kdf = uses_kdf;
    state->kdf = EVP_KDF_CTX_new(kdf);
    state->mac = EVP_MAC_CTX_new(mac);
    state->aes = EVP_CIPHER_fetch(NULL, "AES-256-GCM", NULL);
    state->cipher = EVP_CIPHER_CTX_new();
    EVP_KDF_free(kdf);
    EVP_MAC_free(mac);
    if (!state->kdf || !state->mac || !state->aes || !state->cipher
        || !EVP_MAC_CTX_set_params(state->mac, parameters)) {
        raw_sealing_free(state);
        return NULL;
    }
    return state;
}

void raw_sealing_free(raw_sealing *state) {
    EVP_KDF_CTX_free(state->kdf);
    EVP_MAC_CTX_free(state->mac);
    EVP_CIPHER_free(state->aes);
    EVP_CIPHER_CTX_free(state->cipher);
    free(state);
}

static int hmac(EVP_MAC_CTX *mac, const uint8_t *key, size_t key_size, const uint8_t *const parts[],
                const size_t sizes[], int count, uint8_t output[32]) {
    size_t written;
    int ok = EVP_MAC_init(mac, key, key_size, NULL);
    for (int index = 0; ok && index < count; index++)
        ok = EVP_MAC_update(mac, parts[index], sizes[index]);
    return ok && EVP_MAC_final(mac, output, &written, 32);
}

/* RFC 5869 by hand: one extraction, two blocks of expansion. */
static int derive_by_hand(raw_sealing *state, const uint8_t *key, const uint8_t *salt, uint8_t out[64]) {
    uint8_t extracted[32];
    const uint8_t one = 1, two = 2;
    const uint8_t *text = (const uint8_t *)info;
    const size_t length = sizeof info - 1;
    const uint8_t *first[] = {text, &one}, *second[] = {out, text, &two};
    const size_t first_sizes[] = {length, 1}, second_sizes[] = {32, length, 1}, key_size = 32;
    int ok = hmac(state->mac, salt, 32, &key, &key_size, 1, extracted)
        && hmac(state->mac, extracted, 32, first, first_sizes, 2, out)
        && hmac(state->mac, extracted, 32, second, second_sizes, 3, out + 32);
    OPENSSL_cleanse(extracted, sizeof extracted);
    return ok;
}

static int derive_by_kdf(raw_sealing *state, const uint8_t *key, const uint8_t *salt, uint8_t out[64]) {
    char digest[] = "SHA256";
    OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest, 0),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_KEY, (void *)key, 32),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT, (void *)salt, 32),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO, (void *)info, sizeof info - 1),
        OSSL_PARAM_construct_end()};
    EVP_KDF_CTX_reset(state->kdf);
    return EVP_KDF_derive(state->kdf, out, 64, parameters) > 0;
}

int raw_seal(raw_sealing *state, const uint8_t key[32], const uint8_t *associated,
             size_t associated_size, const uint8_t *message, size_t size, uint8_t *output) {
    uint8_t random[44], derived[64];
    int written, last;
    uint8_t *ciphertext = output + 76;
    if (RAND_bytes(random, sizeof random) != 1) return 0;
    int ok = state->uses_kdf ? derive_by_kdf(state, key, random, derived)
                             : derive_by_hand(state, key, random, derived);
    memcpy(output, random, 32);
    memcpy(output + 32, derived + 32, 32);
    memcpy(output + 64, random + 32, 12);
    ok = ok && EVP_EncryptInit_ex2(state->cipher, state->aes, derived, random + 32, NULL)
        && EVP_EncryptUpdate(state->cipher, NULL, &written, associated, (int)associated_size)
        && EVP_EncryptUpdate(state->cipher, ciphertext, &written, message, (int)size)
        && EVP_EncryptFinal_ex(state->cipher, ciphertext + written, &last)
        && EVP_CIPHER_CTX_ctrl(state->cipher, EVP_CTRL_AEAD_GET_TAG, 16, ciphertext + size);
    OPENSSL_cleanse(derived, sizeof derived);
    return ok;
}
