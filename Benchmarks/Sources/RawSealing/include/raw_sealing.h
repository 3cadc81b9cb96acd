/* What sealing costs without us: the same record key, commitment and cipher, in plain C. */
#ifndef RAW_SEALING_H
#define RAW_SEALING_H

#include <stddef.h>
#include <stdint.h>

/* The working memory of one loop; `uses_kdf` takes libcrypto's own HKDF, else two HMACs by hand. */
typedef struct raw_sealing raw_sealing;

raw_sealing *raw_sealing_new(int uses_kdf);
void raw_sealing_free(raw_sealing *state);

/* Salt (32), commitment (32), nonce (12), ciphertext, tag (16) of `size` bytes into `output`;
   1 when all went well. */
int raw_seal(raw_sealing *state, const uint8_t key[32], const uint8_t *associated,
             size_t associated_size, const uint8_t *message, size_t size, uint8_t *output);

#endif
