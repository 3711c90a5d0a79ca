/* An entry once it is sealed: bytes that only the desk can open, and the little that routing needs.
 * Lies between what seals (handoff) and what keeps (store), which do not know each other. The
 * queue's type has no field for plain text. */
#ifndef YT_DOMAIN_SEALED_H
#define YT_DOMAIN_SEALED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define YT_ENTRY_ID_SIZE 16
#define YT_KEY_ID_SIZE 8
/* Largest envelope. An entry with everything at its longest comes near; one with a self-check, two
 * listings and a programme has some 450 bytes. */
#define YT_SEALED_MAX 3584
/* "123 456 789" and a NUL. */
#define YT_SLIP_NUMBER_MAX 12

struct yt_sealed {
    uint8_t id[YT_ENTRY_ID_SIZE];        /* random; the same as inside the seal */
    uint8_t desk_key_id[YT_KEY_ID_SIZE]; /* for whom it is sealed */
    size_t size;
    uint8_t bytes[YT_SEALED_MAX]; /* the envelope of handoff/envelope.h, version byte first */
};

/* The number on the slip: three groups of three digits, the last a check digit (Luhn, ISO/IEC
 * 7812-1). It is worked out from the id alone, so kiosk and desk both know it, and the sealed
 * entry need not be opened to withdraw it. */
void yt_slip_number(const uint8_t id[static YT_ENTRY_ID_SIZE],
                    char text[static YT_SLIP_NUMBER_MAX]);

/* Takes a number as somebody typed it (spaces and hyphens or none, full-width digits) and writes it
 * as yt_slip_number does. False when no slip can bear it: not nine digits, or the check digit does
 * not hold, as after one mistyped digit or two neighbours swapped. */
bool yt_slip_number_read(const char *typed, char text[static YT_SLIP_NUMBER_MAX]);

#endif
