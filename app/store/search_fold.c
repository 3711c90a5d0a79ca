#include "store/search_fold.h"

#include "base/attributes.h"
#include "base/str.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#define DAKUTEN 0x3099
#define HANDAKUTEN 0x309A

static bool between(uint32_t point, uint32_t first, uint32_t last)
{
    return point >= first && point <= last;
}

bool yt_fold_is_kana(uint32_t point)
{
    return between(point, 0x3041, 0x3096) || point == YT_FOLD_LONG;
}

static void put(struct yt_fold *fold, uint32_t point, enum yt_fold_class kind)
{
    if (fold->count == YT_FOLD_MAX)
        return;
    fold->point[fold->count] = point;
    fold->kind[fold->count++] = (uint8_t)kind;
}

/* None after another one, none at the beginning. */
static void put_break(struct yt_fold *fold)
{
    if (fold->count > 0 && fold->kind[fold->count - 1] != YT_FOLD_BREAK)
        put(fold, 0, YT_FOLD_BREAK);
}

static enum yt_fold_class last_kind(const struct yt_fold *fold)
{
    return fold->count ? (enum yt_fold_class)fold->kind[fold->count - 1] : YT_FOLD_BREAK;
}

static bool after_kana(const struct yt_fold *fold)
{
    return last_kind(fold) == YT_FOLD_HIRAGANA || last_kind(fold) == YT_FOLD_KATAKANA;
}

/* A sound mark that stands apart, as half-width kana have it. */
static void voice(struct yt_fold *fold, uint32_t mark)
{
    uint32_t *last;

    if (!after_kana(fold))
        return;
    last = &fold->point[fold->count - 1];
    if (between(*last, 0x306F, 0x307D) && (*last - 0x306F) % 3 == 0) /* は ひ ふ へ ほ */
        *last += mark == DAKUTEN ? 1 : 2;
    else if (mark == DAKUTEN && ((between(*last, 0x304B, 0x3062) && *last % 2 == 1) ||
                                 *last == 0x3064 || *last == 0x3066 || *last == 0x3068))
        *last += 1; /* か to ち, then つ て と */
}

static void add_kana(struct yt_fold *fold, uint32_t point)
{
    const bool katakana = point >= 0x30A1;
    uint32_t hiragana = katakana ? point - 0x60 : point;

    switch (hiragana) {
    case 0x3095: /* small か */
        hiragana = 0x304B;
        break;
    case 0x3096: /* small け, as in 一ヶ月 */
        hiragana = 0x3051;
        break;
    default:
        break;
    }
    put(fold, hiragana, katakana ? YT_FOLD_KATAKANA : YT_FOLD_HIRAGANA);
}

static void repeat(struct yt_fold *fold)
{
    if (last_kind(fold) != YT_FOLD_BREAK)
        put(fold, fold->point[fold->count - 1], last_kind(fold));
}

/* Is it a long vowel? Other dashes and waves are typed for one in katakana words; between other
 * characters they part from and until. */
static bool is_long(const struct yt_fold *fold, uint32_t point)
{
    if (point == YT_FOLD_LONG || point == 0xFF70)
        return after_kana(fold);
    return last_kind(fold) == YT_FOLD_KATAKANA &&
           (point == '-' || between(point, 0x2010, 0x2015) || point == 0x2212 || point == 0xFF0D);
}

static void add_ascii(struct yt_fold *fold, uint32_t point)
{
    if (between(point, 'A', 'Z'))
        put(fold, point + 0x20, YT_FOLD_LETTER);
    else if (between(point, 'a', 'z'))
        put(fold, point, YT_FOLD_LETTER);
    else if (between(point, '0', '9'))
        put(fold, point, last_kind(fold) == YT_FOLD_LETTER ? YT_FOLD_LETTER : YT_FOLD_DIGIT);
    else if (point != '\'') /* don't is one word */
        put_break(fold);
}

/* What is neither Japanese nor ASCII, by Unicode's own data. */
static void add_other(struct yt_fold *fold, uint32_t point)
{
    const int8_t type = u_charType((UChar32)point);

    if (point == 0x0111 || point == 0x0110) { /* đ has no decomposition, but people type d */
        put(fold, 'd', YT_FOLD_LETTER);
    } else if (u_isdigit((UChar32)point)) {
        add_ascii(fold, '0' + (uint32_t)u_charDigitValue((UChar32)point));
    } else if (type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK) {
        if (last_kind(fold) == YT_FOLD_LETTER) /* the vowels of Nepali are such */
            put(fold, point, YT_FOLD_LETTER);
    } else if (u_isalpha((UChar32)point)) {
        put(fold, (uint32_t)u_foldCase((UChar32)point, U_FOLD_CASE_DEFAULT), YT_FOLD_LETTER);
    } else if (type != U_FORMAT_CHAR) {
        put_break(fold);
    }
}

/* One character that is not decomposed any further. */
static void add_simple(struct yt_fold *fold, uint32_t point)
{
    if (point < 0x80)
        add_ascii(fold, point);
    else if (between(point, 0x300, 0x36F))
        return; /* accents */
    else if (between(point, 0x3041, 0x3096) || between(point, 0x30A1, 0x30F6))
        add_kana(fold, point);
    else if (point == DAKUTEN || point == HANDAKUTEN)
        voice(fold, point);
    else if (point == 0x3005 || point == 0x303B || point == 0x309D || point == 0x30FD)
        repeat(fold);
    else if (point == YT_FOLD_LONG)
        put_break(fold);
    else if (u_hasBinaryProperty((UChar32)point, UCHAR_IDEOGRAPHIC))
        put(fold, point, YT_FOLD_KANJI);
    else if (between(point, 0xAC00, 0xD7A3))
        put(fold, point, YT_FOLD_HANGUL);
    else
        add_other(fold, point);
}

static void add_decomposed(struct yt_fold *fold, uint32_t point)
{
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfkd = unorm2_getNFKDInstance(&status);
    UChar parts[32];
    int32_t size =
        nfkd ? unorm2_getDecomposition(nfkd, (UChar32)point, parts, YT_COUNT(parts), &status) : -1;
    int32_t at = 0;

    if (U_FAILURE(status) || size < 0) {
        add_simple(fold, point);
        return;
    }
    while (at < size) {
        UChar32 part;

        U16_NEXT(parts, at, size, part);
        add_simple(fold, (uint32_t)part);
    }
}

static void add_point(struct yt_fold *fold, uint32_t point)
{
    if (is_long(fold, point))
        put(fold, YT_FOLD_LONG, last_kind(fold));
    else if (point < 0x80)
        add_ascii(fold, point);
    else if (between(point, 0x3041, 0x3096) || between(point, 0x30A1, 0x30F6))
        add_kana(fold, point);
    else if (between(point, 0x4E00, 0x9FFF))
        put(fold, point, YT_FOLD_KANJI);
    else if (point == 0x309B || point == 0xFF9E) /* apart they decompose to a space and a mark */
        voice(fold, DAKUTEN);
    else if (point == 0x309C || point == 0xFF9F)
        voice(fold, HANDAKUTEN);
    else if (between(point, 0xAC00, 0xD7A3))
        put(fold, point, YT_FOLD_HANGUL); /* whole syllables are what is compared */
    else
        add_decomposed(fold, point);
}

void yt_fold_add(struct yt_fold *fold, const char *text, size_t size)
{
    const char *end = text + size;

    while (text < end && *text) {
        const uint32_t point = yt_str_next(&text);

        if (point == YT_STR_INVALID)
            put_break(fold);
        else
            add_point(fold, point);
    }
}
