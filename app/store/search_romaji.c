#include "store/search_query.h"

#include <string.h>

/* Hepburn and the spellings that people type; the longest beginning is taken. Vowels in the order
 * a i u e o, "-" where there is none. */
static const struct {
    const char *letters;
    const char *kana[5];
} rows[] = {
    {"", {"あ", "い", "う", "え", "お"}},           {"k", {"か", "き", "く", "け", "こ"}},
    {"g", {"が", "ぎ", "ぐ", "げ", "ご"}},          {"s", {"さ", "し", "す", "せ", "そ"}},
    {"z", {"ざ", "じ", "ず", "ぜ", "ぞ"}},          {"t", {"た", "ち", "つ", "て", "と"}},
    {"d", {"だ", "ぢ", "づ", "で", "ど"}},          {"n", {"な", "に", "ぬ", "ね", "の"}},
    {"h", {"は", "ひ", "ふ", "へ", "ほ"}},          {"b", {"ば", "び", "ぶ", "べ", "ぼ"}},
    {"p", {"ぱ", "ぴ", "ぷ", "ぺ", "ぽ"}},          {"m", {"ま", "み", "む", "め", "も"}},
    {"y", {"や", "-", "ゆ", "いぇ", "よ"}},         {"r", {"ら", "り", "る", "れ", "ろ"}},
    {"w", {"わ", "うぃ", "-", "うぇ", "を"}},       {"f", {"ふぁ", "ふぃ", "ふ", "ふぇ", "ふぉ"}},
    {"j", {"じゃ", "じ", "じゅ", "じぇ", "じょ"}},  {"v", {"ば", "び", "ゔ", "べ", "ぼ"}},
    {"sh", {"しゃ", "し", "しゅ", "しぇ", "しょ"}}, {"ch", {"ちゃ", "ち", "ちゅ", "ちぇ", "ちょ"}},
    {"ts", {"つぁ", "つぃ", "つ", "つぇ", "つぉ"}}, {"ky", {"きゃ", "-", "きゅ", "-", "きょ"}},
    {"gy", {"ぎゃ", "-", "ぎゅ", "-", "ぎょ"}},     {"sy", {"しゃ", "-", "しゅ", "-", "しょ"}},
    {"zy", {"じゃ", "-", "じゅ", "-", "じょ"}},     {"jy", {"じゃ", "-", "じゅ", "-", "じょ"}},
    {"ty", {"ちゃ", "-", "ちゅ", "-", "ちょ"}},     {"ny", {"にゃ", "-", "にゅ", "-", "にょ"}},
    {"hy", {"ひゃ", "-", "ひゅ", "-", "ひょ"}},     {"by", {"びゃ", "-", "びゅ", "-", "びょ"}},
    {"py", {"ぴゃ", "-", "ぴゅ", "-", "ぴょ"}},     {"my", {"みゃ", "-", "みゅ", "-", "みょ"}},
    {"ry", {"りゃ", "-", "りゅ", "-", "りょ"}},     {"dh", {"-", "でぃ", "-", "-", "-"}},
    {"th", {"-", "てぃ", "-", "-", "-"}},
};
#define ROWS (sizeof rows / sizeof *rows)
static const char vowels[] = "aiueo";

static void put_text(struct yt_form *to, const char *kana)
{
    struct yt_fold fold;

    fold.count = 0;
    yt_fold_add(&fold, kana, strlen(kana));
    for (size_t i = 0; i < fold.count && to->count < YT_FORM_POINTS_MAX; i++) {
        to->point[to->count] = fold.point[i];
        to->kind[to->count++] = YT_FOLD_HIRAGANA;
    }
}

static int vowel_of(char letter)
{
    const char *at = letter ? strchr(vowels, letter) : NULL;

    return at ? (int)(at - vowels) : -1;
}

static bool is_consonant(char letter)
{
    return letter >= 'a' && letter <= 'z' && vowel_of(letter) < 0;
}

/* Takes the syllable at *text. */
static bool take_syllable(const char **text, struct yt_form *to, int *vowel)
{
    for (size_t length = 3; length-- > 0;) {
        for (size_t i = 0; i < ROWS; i++) {
            if (strlen(rows[i].letters) != length || strncmp(*text, rows[i].letters, length) != 0)
                continue;
            *vowel = vowel_of((*text)[length]);
            if (*vowel < 0 || rows[i].kana[*vowel][0] == '-')
                continue;
            put_text(to, rows[i].kana[*vowel]);
            *text += length + 1;
            return true;
        }
    }
    return false;
}

/* ん and っ, which are consonants without a vowel: "n" unless a vowel follows, and the first of two
 * alike. */
static bool take_consonant(const char **text, struct yt_form *to)
{
    const char *at = *text;

    if (at[0] == 'n' && vowel_of(at[1]) < 0 && at[1] != 'y') {
        put_text(to, "ん");
        *text += at[1] == 'n' && vowel_of(at[2]) < 0 && at[2] != 'y' ? 2 : 1;
        return true;
    }
    if (at[0] == 'm' && (at[1] == 'b' || at[1] == 'p' || at[1] == 'm')) { /* shimbun */
        put_text(to, "ん");
        *text += 1;
        return true;
    }
    if (is_consonant(at[0]) && (at[0] == at[1] || (at[0] == 't' && at[1] == 'c'))) {
        put_text(to, "っ");
        *text += 1;
        return true;
    }
    return false;
}

/* An o or u may be long without being written so: both ways, while there is room. */
static void lengthen(struct yt_form *forms, size_t *count, size_t capacity, int vowel)
{
    const size_t before = *count;

    for (size_t i = 0; i < before && *count < capacity; i++) {
        struct yt_form *longer = &forms[(*count)++];

        *longer = forms[i];
        put_text(longer, vowel == 4 || vowel == 2 ? "う" : "い");
    }
}

static bool may_be_long(const char *rest, int vowel)
{
    if (vowel != 2 && vowel != 4)
        return false;
    return *rest != 'u' && *rest != 'o'; /* it is written already */
}

size_t yt_romaji(const struct yt_form *letters, struct yt_form *to, size_t capacity)
{
    char text[YT_FORM_POINTS_MAX + 4] = "";
    const char *at = text;
    size_t count = 1;

    for (size_t i = 0; i < letters->count; i++) {
        if (letters->point[i] >= 0x80)
            return 0;
        text[i] = (char)letters->point[i];
    }
    to[0] = (struct yt_form){0};
    while (*at) {
        struct yt_form syllable = {0};
        int vowel = -1;

        if (!take_consonant(&at, &syllable) && !take_syllable(&at, &syllable, &vowel))
            return 0;
        for (size_t i = 0; i < count; i++)
            for (size_t k = 0; k < syllable.count && to[i].count < YT_FORM_POINTS_MAX; k++) {
                to[i].point[to[i].count] = syllable.point[k];
                to[i].kind[to[i].count++] = YT_FOLD_HIRAGANA;
            }
        if (may_be_long(at, vowel))
            lengthen(to, &count, capacity, vowel);
    }
    return count;
}
