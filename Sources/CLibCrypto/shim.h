#ifndef MILENARI_CLIBCRYPTO_SHIM_H
#define MILENARI_CLIBCRYPTO_SHIM_H

// With this line an interface that OpenSSL 3.0 marks as deprecated does not compile at all.
#define OPENSSL_NO_DEPRECATED

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/provider.h>
#include <openssl/rand.h>

#endif
