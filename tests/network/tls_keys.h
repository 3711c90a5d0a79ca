/* A key and a certificate signed by itself, as a desk may have. */
#ifndef YT_TESTS_NETWORK_TLS_KEYS_H
#define YT_TESTS_NETWORK_TLS_KEYS_H

#include <stddef.h>

/* Writes FOLDER/tls-NUMBER.key and .crt for 127.0.0.1, valid from `from_days` days from now for a
 * year, and what pins it. Aborts when that fails. */
void tls_keys_make(const char *folder, int number, int from_days, char *pin, size_t capacity);

#endif
