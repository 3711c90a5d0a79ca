/* How far a word is from another, as an ear and a finger count, not a machine. */
#include "store/search_vocabulary.h"

#include <string.h>

#define HALF 1
#define WHOLE 2
#define LONGEST (YT_VOCABULARY_POINTS_MAX + 3)

/* --- Kana ------------------------------------------------------------------------------------- */

/* The kana without its sound mark and in full size; what people do not tell apart is the same. */
static uint32_t plain_kana(uint32_t kana)
{
    static const uint32_t others[][2] = {
        {0x3063, 0x3064}, /* っ つ */
        {0x308E, 0x308F}, /* ゎ わ */
        {0x3092, 0x304A}, /* を お */
        {0x3062, 0x3057}, /* ぢ sounds as じ, whose plain form is し */
        {0x3065, 0x3059}, /* づ as ず, す */
        {0x3094, 0x3046}, /* ゔ う */
    };

    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (kana == others[i][0])
            return others[i][1];
    if (kana >= 0x3041 && kana <= 0x304A) /* small vowels are odd */
        return kana + (kana & 1);
    if (kana >= 0x3083 && kana <= 0x3088) /* ゃ や ... */
        return kana + (kana & 1);
    if (kana >= 0x304B && kana <= 0x3062) /* か が ... ち ぢ */
        return kana - !(kana & 1);
    if (kana >= 0x3064 && kana <= 0x3069) /* つ づ て で と ど */
        return kana - (kana & 1);
    if (kana >= 0x306F && kana <= 0x307D) /* は ば ぱ ... */
        return kana - (kana - 0x306F) % 3;
    return kana;
}

/* 'a' to 'o' of the sound that the kana ends in; 0 for ん, ー and what is no kana. */
static char vowel_of(uint32_t kana)
{
    static const char by_kana[] = "aiueo";
    const uint32_t plain = plain_kana(kana);

    if (plain >= 0x3042 && plain <= 0x304A)
        return by_kana[(plain - 0x3042) / 2];
    if (plain >= 0x304B && plain <= 0x3061)
        return by_kana[(plain - 0x304B) / 2 % 5];
    if (plain >= 0x3064 && plain <= 0x3068)
        return by_kana[2 + (plain - 0x3064) / 2];
    if (plain >= 0x306A && plain <= 0x306E)
        return by_kana[plain - 0x306A];
    if (plain >= 0x306F && plain <= 0x307B)
        return by_kana[(plain - 0x306F) / 3];
    if (plain >= 0x307E && plain <= 0x3082)
        return by_kana[plain - 0x307E];
    if (plain >= 0x3084 && plain <= 0x3088)
        return "auo"[(plain - 0x3084) / 2];
    if (plain >= 0x3089 && plain <= 0x308D)
        return by_kana[plain - 0x3089];
    return plain == 0x308F ? 'a' : 0;
}

/* Does `kana` only make the sound before it longer? そう, ねえ, せい, すー. */
static bool is_long_after(uint32_t before, uint32_t kana)
{
    const char vowel = vowel_of(before);

    switch (kana) {
    case YT_FOLD_LONG:
        return true;
    case 0x3042: /* あ */
        return vowel == 'a';
    case 0x3044: /* い */
        return vowel == 'i' || vowel == 'e';
    case 0x3046: /* う */
        return vowel == 'u' || vowel == 'o';
    case 0x3048: /* え */
        return vowel == 'e';
    case 0x304A: /* お */
        return vowel == 'o';
    default:
        return false;
    }
}

static int cost_of_one(const uint32_t *word, size_t at)
{
    if (word[at] == 0x3063 || word[at] == YT_FOLD_LONG) /* っ, ー */
        return HALF;
    if (at > 0 && (word[at] == word[at - 1] || is_long_after(word[at - 1], word[at])))
        return HALF;
    return WHOLE;
}

static int cost_of_other(const uint32_t *a, size_t i, const uint32_t *b, size_t k)
{
    if (a[i] == b[k])
        return 0;
    if (plain_kana(a[i]) == plain_kana(b[k]))
        return HALF;
    if (i > 0 && k > 0 && is_long_after(a[i - 1], a[i]) && is_long_after(b[k - 1], b[k]))
        return HALF; /* そおじ, そーじ */
    return WHOLE;
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

int yt_slips(const uint32_t *typed, size_t typed_count, const uint32_t *word, size_t word_count,
             int max)
{
    int rows[3][LONGEST + 1];
    int *before_last = rows[0];
    int *last = rows[1];
    int *row = rows[2];

    if (typed_count > LONGEST || word_count > LONGEST)
        return max + 1;
    last[0] = 0;
    for (size_t k = 0; k < word_count; k++)
        last[k + 1] = last[k] + cost_of_one(word, k);
    for (size_t i = 0; i < typed_count; i++) {
        int *free_row = before_last;
        int best;

        row[0] = best = last[0] + cost_of_one(typed, i);
        for (size_t k = 0; k < word_count; k++) {
            row[k + 1] =
                least(last[k] + cost_of_other(typed, i, word, k),
                      least(last[k + 1] + cost_of_one(typed, i), row[k] + cost_of_one(word, k)));
            if (i > 0 && k > 0 && typed[i] == word[k - 1] && typed[i - 1] == word[k])
                row[k + 1] = least(row[k + 1], before_last[k - 1] + HALF);
            best = least(best, row[k + 1]);
        }
        if (best > max)
            return max + 1;
        before_last = last;
        last = row;
        row = free_row;
    }
    return last[word_count];
}
