#include "ui/edit/keys.h"

#include "base/attributes.h"
#include "ui/edit/keys_tables.h"

#include <string.h>
#include <unicode/uchar.h>

static const struct yt_key_board *const boards[] = {
    [YT_BOARD_KANA] = &yt_keys_kana,           [YT_BOARD_KANA_FIRST] = &yt_keys_kana_first,
    [YT_BOARD_KANA_LAST] = &yt_keys_kana_last, [YT_BOARD_LATIN] = &yt_keys_latin,
    [YT_BOARD_ACCENTS] = &yt_keys_accents,     [YT_BOARD_ACCENTS_VIET] = &yt_keys_accents_viet,
    [YT_BOARD_SYMBOLS] = &yt_keys_symbols,     [YT_BOARD_PHONE] = &yt_keys_phone,
};
_Static_assert(YT_COUNT(boards) == YT_BOARD_COUNT, "every board has its table");

const struct yt_key_board *yt_key_board(enum yt_board board)
{
    return boards[board];
}

enum yt_board yt_key_board_fit(enum yt_board wanted, const char *language, bool compact)
{
    bool viet = strcmp(language, "vi") == 0;
    if (wanted == YT_BOARD_KANA && compact)
        return YT_BOARD_KANA_FIRST;
    if (wanted == YT_BOARD_KANA_FIRST && !compact)
        return YT_BOARD_KANA;
    if (wanted == YT_BOARD_KANA_LAST && !compact)
        return YT_BOARD_KANA;
    if (viet && (wanted == YT_BOARD_LATIN || wanted == YT_BOARD_ACCENTS))
        return YT_BOARD_ACCENTS_VIET;
    return wanted;
}

enum yt_board yt_key_board_for(const char *language, bool compact)
{
    bool japanese = strncmp(language, "ja", 2) == 0;
    return yt_key_board_fit(japanese ? YT_BOARD_KANA : YT_BOARD_LATIN, language, compact);
}

uint32_t yt_key_other_case(uint32_t letter)
{
    /* ぁ to ゖ lie 0x60 before their katakana (Unicode charts 3040 and 30A0). */
    if (letter >= 0x3041 && letter <= 0x3096)
        return letter + 0x60;
    return (uint32_t)u_toupper((UChar32)letter);
}
