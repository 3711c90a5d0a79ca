#include "ui/edit/keys.h"

#include "base/attributes.h"
#include "ui/edit/keys_tables.h"

#include <string.h>
#include <unicode/uchar.h>

static const struct yt_key_board *const boards[] = {
    [YT_BOARD_KANA] = &yt_keys_kana,
    [YT_BOARD_LATIN] = &yt_keys_latin,
    [YT_BOARD_ACCENTS] = &yt_keys_accents,
    [YT_BOARD_SYMBOLS] = &yt_keys_symbols,
    [YT_BOARD_PHONE] = &yt_keys_phone,
    [YT_BOARD_VIET] = &yt_keys_viet,
    [YT_BOARD_KANA_FIRST] = &yt_keys_kana_first,
    [YT_BOARD_KANA_LAST] = &yt_keys_kana_last,
    [YT_BOARD_KANA_FIRST_SMALL] = &yt_keys_kana_first_small,
    [YT_BOARD_KANA_LAST_SMALL] = &yt_keys_kana_last_small,
    [YT_BOARD_LATIN_SMALL] = &yt_keys_latin_small,
    [YT_BOARD_VIET_SMALL] = &yt_keys_viet_small,
    [YT_BOARD_LATIN_HALF] = &yt_keys_latin_half,
    [YT_BOARD_ACCENTS_HALF] = &yt_keys_accents_half,
    [YT_BOARD_VIET_HALF] = &yt_keys_viet_half,
    [YT_BOARD_SYMBOLS_HALF] = &yt_keys_symbols_half,
};
_Static_assert(YT_COUNT(boards) == YT_BOARD_COUNT, "every board has its table");

const struct yt_key_board *yt_key_board(enum yt_board board)
{
    return boards[board];
}

bool yt_key_board_is_kana(enum yt_board board)
{
    return board == YT_BOARD_KANA ||
           (board >= YT_BOARD_KANA_FIRST && board <= YT_BOARD_KANA_LAST_SMALL);
}

static enum yt_board kana_fit(enum yt_board wanted, enum yt_board_size size)
{
    bool last = wanted == YT_BOARD_KANA_LAST || wanted == YT_BOARD_KANA_LAST_SMALL;
    if (size == YT_BOARD_WIDE)
        return YT_BOARD_KANA;
    if (size == YT_BOARD_HALF)
        return last ? YT_BOARD_KANA_LAST : YT_BOARD_KANA_FIRST;
    return last ? YT_BOARD_KANA_LAST_SMALL : YT_BOARD_KANA_FIRST_SMALL;
}

/* One board in the sizes that there are of it. */
static enum yt_board by_size(enum yt_board_size size, enum yt_board wide, enum yt_board half,
                             enum yt_board small)
{
    return size == YT_BOARD_WIDE ? wide : size == YT_BOARD_HALF ? half : small;
}

enum yt_board yt_key_board_fit(enum yt_board wanted, const char *language, enum yt_board_size size)
{
    if (yt_key_board_is_kana(wanted))
        return kana_fit(wanted, size);
    switch (wanted) {
    case YT_BOARD_LATIN:
    case YT_BOARD_LATIN_SMALL:
    case YT_BOARD_LATIN_HALF:
    case YT_BOARD_ACCENTS:
    case YT_BOARD_ACCENTS_HALF:
    case YT_BOARD_VIET:
    case YT_BOARD_VIET_SMALL:
    case YT_BOARD_VIET_HALF:
        if (strcmp(language, "vi") == 0)
            return by_size(size, YT_BOARD_VIET, YT_BOARD_VIET_HALF, YT_BOARD_VIET_SMALL);
        if (wanted == YT_BOARD_ACCENTS || wanted == YT_BOARD_ACCENTS_HALF)
            return by_size(size, YT_BOARD_ACCENTS, YT_BOARD_ACCENTS_HALF, YT_BOARD_ACCENTS);
        return by_size(size, YT_BOARD_LATIN, YT_BOARD_LATIN_HALF, YT_BOARD_LATIN_SMALL);
    case YT_BOARD_SYMBOLS:
    case YT_BOARD_SYMBOLS_HALF:
        return by_size(size, YT_BOARD_SYMBOLS, YT_BOARD_SYMBOLS_HALF, YT_BOARD_SYMBOLS);
    default:
        return wanted;
    }
}

enum yt_board yt_key_board_for(const char *language, enum yt_board_size size)
{
    bool japanese = strncmp(language, "ja", 2) == 0;
    return yt_key_board_fit(japanese ? YT_BOARD_KANA : YT_BOARD_LATIN, language, size);
}

uint32_t yt_key_other_case(uint32_t letter)
{
    /* ぁ to ゖ lie 0x60 before their katakana (Unicode charts 3040 and 30A0). */
    if (letter >= 0x3041 && letter <= 0x3096)
        return letter + 0x60;
    return (uint32_t)u_toupper((UChar32)letter);
}
