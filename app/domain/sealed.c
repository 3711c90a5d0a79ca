#include "domain/sealed.h"

#include "base/str.h"

#include <sodium.h>
#include <stdio.h>

#define DIGITS 8 /* before the check digit */

static int luhn_check_digit(const char digits[DIGITS])
{
    int sum = 0;

    for (int i = 0; i < DIGITS; i++) {
        int value = digits[i] - '0';

        /* Counted from the check digit, every other one is doubled, beginning with its neighbour.
         */
        if ((DIGITS - i) % 2 == 1)
            value = value * 2 > 9 ? value * 2 - 9 : value * 2;
        sum += value;
    }
    return (10 - sum % 10) % 10;
}

void yt_slip_number(const uint8_t id[static YT_ENTRY_ID_SIZE], char text[static YT_SLIP_NUMBER_MAX])
{
    uint8_t hash[crypto_generichash_BYTES_MIN];
    char digits[DIGITS + 1];
    uint64_t number = 0;

    crypto_generichash(hash, sizeof hash, id, YT_ENTRY_ID_SIZE, NULL, 0);
    for (int i = 0; i < 8; i++)
        number = number << 8 | hash[i];
    snprintf(digits, sizeof digits, "%08u", (unsigned)(number % 100000000u));
    snprintf(text, YT_SLIP_NUMBER_MAX, "%.3s %.3s %.2s%d", digits, digits + 3, digits + 6,
             luhn_check_digit(digits));
}

bool yt_slip_number_read(const char *typed, char text[static YT_SLIP_NUMBER_MAX])
{
    char digits[DIGITS + 2];
    size_t count = 0;

    while (*typed) {
        uint32_t character = yt_str_next(&typed);

        if (character == ' ' || character == '-' || character == 0x3000)
            continue;
        if (character >= 0xff10 && character <= 0xff19)
            character -= 0xff10 - '0';
        if (character < '0' || character > '9' || count == DIGITS + 1)
            return false;
        digits[count++] = (char)character;
    }
    if (count != DIGITS + 1 || digits[DIGITS] - '0' != luhn_check_digit(digits))
        return false;
    snprintf(text, YT_SLIP_NUMBER_MAX, "%.3s %.3s %.3s", digits, digits + 3, digits + 6);
    return true;
}
