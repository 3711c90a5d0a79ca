#include "content/reader.h"

#include "base/ruby.h"
#include "base/str.h"

#include <string.h>

#define GROUPS_MAX 400
#define WORDS_MAX 24
#define WORD_CHARACTERS 60

/* Kanji without a reading could only be found by typing kanji, which the kiosk's keys cannot. */
static bool has_readings(const char *word)
{
    struct yt_ruby_run run;

    while (yt_ruby_next(&word, &run))
        for (const char *at = run.base; run.reading_size == 0 && at < run.base + run.base_size;)
            if (yt_str_is_kanji(yt_str_next(&at)))
                return false;
    return true;
}

static bool read_word(struct yt_reader *reader, const struct yt_yaml *node, const char **words,
                      size_t count)
{
    const struct yt_field word = {.key = "groups", .max = WORD_CHARACTERS};
    size_t column;

    if (!yt_read_word(reader, node, &word, &words[count]))
        return false;
    if (!yt_ruby_well_formed(node->text, &column) || !has_readings(node->text))
        return yt_remedy(
            yt_fault(reader->report, node, "\"%.60s\" does not say how it is read", node->text),
            "Write the reading right behind the kanji: 掃除《そうじ》.");
    for (size_t i = 0; i < count; i++)
        if (strcmp(words[i], node->text) == 0)
            return yt_remedy(
                yt_fault(reader->report, node, "\"%.60s\" stands in the group twice", node->text),
                "Take one of the two out.");
    return true;
}

static bool read_group(struct yt_reader *reader, const struct yt_yaml *node,
                       struct yt_search_group *group)
{
    const char **words;
    size_t count = 0;
    bool good = true;

    if (!yt_expect(reader, node, YT_YAML_LIST, "words in brackets: [掃除《そうじ》, クリーニング]"))
        return false;
    if (node->count < 2 || node->count > WORDS_MAX)
        return yt_remedy(yt_fault(reader->report, node, "a group of %zu words", node->count),
                         "Write 2 to %d words that mean the same.", WORDS_MAX);
    if (!(words = yt_take(reader, node, node->count, sizeof *words)))
        return false;
    for (const struct yt_yaml *element = node->first; element; element = element->next)
        if (read_word(reader, element, words, count))
            count++;
        else
            good = false;
    *group = (struct yt_search_group){.words = words, .count = count};
    return good;
}

static bool read_groups(struct yt_reader *reader, const struct yt_yaml *node,
                        const struct yt_field *field, void *target)
{
    struct yt_offers *offers = (struct yt_offers *)((char *)target - field->offset);
    struct yt_search_group *groups;
    bool good = true;
    size_t count = 0;

    if (node->no_value)
        return true;
    if (!yt_expect(reader, node, YT_YAML_LIST, "a list of groups, each with \"- \" before it"))
        return false;
    if ((long long)node->count > field->max)
        return yt_remedy(yt_fault(reader->report, node, "%zu groups stand here", node->count),
                         "At most %lld fit; take some out.", field->max);
    if (!(groups = yt_take(reader, node, node->count, sizeof *groups)))
        return false;
    for (const struct yt_yaml *element = node->first; element; element = element->next)
        good &= read_group(reader, element, &groups[count++]);
    offers->search_groups = groups;
    offers->search_group_count = count;
    return good;
}

static const struct yt_field file_fields[] = {
    {.key = "groups",
     .read = read_groups,
     .offset = offsetof(struct yt_offers, search_groups),
     .required = true,
     .max = GROUPS_MAX},
};

static const struct yt_record file_record = {
    .what = "search-words.yaml",
    .size = sizeof(struct yt_offers),
    .fields = file_fields,
    .field_count = YT_COUNT(file_fields),
};

void yt_load_search_words(struct yt_reader *reader)
{
    (void)yt_load_optional_file(reader, "search-words.yaml", &file_record, &reader->site->offers);
}
