#include "content/import/columns.h"

#include "base/str.h"

#include <string.h>
#include <strings.h>

/* How sheets name languages, besides by their tags. */
static const struct {
    const char *word;
    const char *tag;
} language_words[] = {
    {"日本語", "ja"},        {"やさしい日本語", "ja-easy"},
    {"やさしい", "ja-easy"}, {"easy", "ja-easy"},
    {"英語", "en"},          {"english", "en"},
    {"中国語", "zh-hans"},   {"韓国語", "ko"},
    {"ベトナム語", "vi"},    {"ポルトガル語", "pt-br"},
    {"スペイン語", "es"},    {"ネパール語", "ne"},
    {"フィリピノ語", "fil"}, {"タガログ語", "fil"},
};

static bool is_among(const char *name, const char *names)
{
    const size_t length = strlen(name);

    while (*names != '\0') {
        const size_t size = strcspn(names, "|");

        if (size == length && memcmp(names, name, size) == 0)
            return true;
        names += size + (names[size] == '|');
    }
    return false;
}

static const struct yt_attribute *find_exactly(enum yt_import_kind kind, const char *name)
{
    size_t count;
    const struct yt_attribute *attributes = yt_attributes(kind, &count);

    for (size_t i = 0; i < count; i++)
        if (strcmp(attributes[i].key, name) == 0 || is_among(name, attributes[i].names))
            return &attributes[i];
    return NULL;
}

const struct yt_attribute *yt_attribute_find(enum yt_import_kind kind, const char *key)
{
    size_t count;
    const struct yt_attribute *attributes = yt_attributes(kind, &count);

    for (size_t i = 0; i < count; i++)
        if (strcmp(attributes[i].key, key) == 0)
            return &attributes[i];
    return NULL;
}

/* Index of the language that a word names, or -1. */
static int find_language(const struct yt_languages *languages, const char *word)
{
    char tag[YT_LANGUAGE_TAG_MAX * 2];

    for (size_t i = 0; i < YT_COUNT(language_words); i++)
        if (strcmp(language_words[i].word, word) == 0)
            word = language_words[i].tag;
    (void)yt_str_copy(tag, sizeof tag, word);
    for (char *at = tag; *at != '\0'; at++)
        if (*at == '_')
            *at = '-';
    for (size_t i = 0; i < languages->count; i++)
        if (strcasecmp(languages->tag[i], tag) == 0)
            return (int)i;
    return -1;
}

/* "title_vi", "名称_英語", "題名(英語)": cut at the mark before the language. */
static bool find_in_language(enum yt_import_kind kind, const struct yt_languages *languages,
                             const char *name, struct yt_column *column)
{
    for (const char *mark = strpbrk(name, "_("); mark; mark = strpbrk(mark + 1, "_(")) {
        char base[YT_COLUMN_NAME_MAX];
        char word[YT_COLUMN_NAME_MAX];
        const struct yt_attribute *attribute;

        memcpy(base, name, (size_t)(mark - name));
        base[mark - name] = '\0';
        (void)yt_str_copy(word, sizeof word, mark + 1);
        if (*mark == '(' && word[0] != '\0' && word[strlen(word) - 1] == ')')
            word[strlen(word) - 1] = '\0';
        attribute = find_exactly(kind, base);
        column->language = find_language(languages, word);
        if (attribute && attribute->in_languages && column->language >= 0) {
            column->attribute = attribute;
            return true;
        }
    }
    return false;
}

/* "時給(円)" is 時給. */
static const struct yt_attribute *find_without_unit(enum yt_import_kind kind, const char *name)
{
    const char *bracket = strchr(name, '(');
    char base[YT_COLUMN_NAME_MAX];

    if (!bracket || bracket == name)
        return NULL;
    memcpy(base, name, (size_t)(bracket - name));
    base[bracket - name] = '\0';
    if (base[bracket - name - 1] == ' ')
        base[bracket - name - 1] = '\0';
    return find_exactly(kind, base);
}

struct yt_column yt_column_find(enum yt_import_kind kind, const struct yt_languages *languages,
                                const char *name)
{
    const int japanese = yt_languages_find(languages, "ja");
    struct yt_column column = {NULL, japanese, -1};
    char folded[YT_COLUMN_NAME_MAX];

    if (!yt_sheet_fold(name, folded, sizeof folded) || folded[0] == '\0')
        return column;
    if ((column.attribute = find_exactly(kind, folded)) != NULL)
        return column;
    if (find_in_language(kind, languages, folded, &column))
        return column;
    column = (struct yt_column){find_without_unit(kind, folded), japanese, -1};
    if (column.attribute)
        return column;
    /* "easy" and "en" alone are the title in these languages. */
    column.language = find_language(languages, folded);
    if (column.language >= 0)
        column.attribute = yt_attribute_find(kind, yt_attribute_required(kind));
    return column;
}
