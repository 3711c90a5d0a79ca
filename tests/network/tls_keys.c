#include "tls_keys.h"

#include <gnutls/abstract.h>
#include <gnutls/x509.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define DAY 86400

static void must(int result)
{
    if (result < 0) {
        fprintf(stderr, "%s\n", gnutls_strerror(result));
        abort();
    }
}

static void write_file(const char *folder, int number, const char *kind, gnutls_datum_t *text)
{
    char path[256];
    FILE *file;

    snprintf(path, sizeof path, "%s/tls-%d.%s", folder, number, kind);
    file = fopen(path, "w");
    if (!file || fwrite(text->data, 1, text->size, file) != text->size || fclose(file) != 0)
        abort();
    gnutls_free(text->data);
}

static void make_pin(gnutls_x509_crt_t certificate, char *pin, size_t capacity)
{
    unsigned char hash[crypto_hash_sha256_BYTES];
    gnutls_datum_t der = {0};
    gnutls_pubkey_t key;
    char text[64];

    must(gnutls_pubkey_init(&key));
    must(gnutls_pubkey_import_x509(key, certificate, 0));
    must(gnutls_pubkey_export2(key, GNUTLS_X509_FMT_DER, &der));
    crypto_hash_sha256(hash, der.data, der.size);
    sodium_bin2base64(text, sizeof text, hash, sizeof hash, sodium_base64_VARIANT_ORIGINAL);
    snprintf(pin, capacity, "sha256//%s", text);
    gnutls_free(der.data);
    gnutls_pubkey_deinit(key);
}

void tls_keys_make(const char *folder, int number, int from_days, char *pin, size_t capacity)
{
    static const unsigned char address[4] = {127, 0, 0, 1};
    const time_t from = time(NULL) + (time_t)from_days * DAY;
    gnutls_datum_t text = {0};
    gnutls_x509_privkey_t key;
    gnutls_x509_crt_t certificate;

    must(gnutls_x509_privkey_init(&key));
    must(gnutls_x509_privkey_generate(key, GNUTLS_PK_EC,
                                      GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_SECP256R1), 0));
    must(gnutls_x509_crt_init(&certificate));
    must(gnutls_x509_crt_set_version(certificate, 3));
    must(gnutls_x509_crt_set_serial(certificate, "\1", 1));
    must(gnutls_x509_crt_set_dn(certificate, "CN=desk", NULL));
    must(gnutls_x509_crt_set_basic_constraints(certificate, 1, -1));
    must(gnutls_x509_crt_set_subject_alt_name(certificate, GNUTLS_SAN_IPADDRESS, address,
                                              sizeof address, GNUTLS_FSAN_SET));
    must(gnutls_x509_crt_set_activation_time(certificate, from));
    must(gnutls_x509_crt_set_expiration_time(certificate, from + (time_t)365 * DAY));
    must(gnutls_x509_crt_set_key(certificate, key));
    must(gnutls_x509_crt_sign2(certificate, certificate, key, GNUTLS_DIG_SHA256, 0));
    must(gnutls_x509_privkey_export2(key, GNUTLS_X509_FMT_PEM, &text));
    write_file(folder, number, "key", &text);
    must(gnutls_x509_crt_export2(certificate, GNUTLS_X509_FMT_PEM, &text));
    write_file(folder, number, "crt", &text);
    make_pin(certificate, pin, capacity);
    gnutls_x509_crt_deinit(certificate);
    gnutls_x509_privkey_deinit(key);
}
