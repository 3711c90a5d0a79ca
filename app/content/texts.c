#include "content/reader.h"

#include "base/ruby.h"
#include "base/str.h"

#include <stdio.h>
#include <string.h>

#define TEXT_MAX 300 /* characters, ruby left out */

/* The characters that stand on the screen, ruby left out. */
static size_t visible_length(const char *markup)
{
    struct yt_ruby_run run;
    size_t length = 0;

    if (!strstr(markup, "《"))
        return yt_str_length(markup);
    while (yt_ruby_next(&markup, &run))
        for (const char *at = run.base; at < run.base + run.base_size; length++)
            (void)yt_str_next(&at);
    return length;
}

static bool check_ruby(struct yt_reader *reader, const struct yt_yaml *node)
{
    size_t column;

    /* Most texts have none: looking for the marks is quicker than walking. */
    if ((!strstr(node->text, "《") && !strstr(node->text, "》")) ||
        yt_ruby_well_formed(node->text, &column))
        return true;
    return yt_remedy(yt_fault_at(reader->report, node->file, node->line,
                                 node->column + (uint32_t)column - 1,
                                 "the ruby here is not complete"),
                     "Write it right behind its kanji and close it: 漢字《かんじ》.");
}

static bool take_text(struct yt_reader *reader, const struct yt_yaml *node, size_t max,
                      const char **target)
{
    if (!yt_expect_word(reader, node, "the text") || !check_ruby(reader, node))
        return false;
    /* There are never more characters than bytes. */
    if (strlen(node->text) > max && visible_length(node->text) > max)
        return yt_remedy(yt_fault(reader->report, node, "the text has %zu characters",
                                  visible_length(node->text)),
                         "At most %zu fit on the screen; shorten it.", max);
    *target = node->text;
    return true;
}

static bool refuse_language(struct yt_reader *reader, const struct yt_yaml *key)
{
    const struct yt_languages *languages = &reader->site->site.languages;
    const char *names[YT_LANGUAGES_MAX];
    struct yt_content_fault *fault;
    const char *meant;

    for (size_t i = 0; i < languages->count; i++)
        names[i] = languages->tag[i];
    fault = yt_fault(reader->report, key, "the site has no language \"%.30s\"", key->text);
    if ((meant = yt_did_you_mean(key->text, names, languages->count)) != NULL)
        return yt_remedy(fault, "Did you mean \"%s\"?", meant);
    return yt_remedy(fault, "Take the line out, or add the language in site.yaml.");
}

/* Tells in one line which languages are missing. */
static bool check_languages(struct yt_reader *reader, const struct yt_yaml *node,
                            const struct yt_text *text)
{
    const struct yt_languages *languages = &reader->site->site.languages;
    char missing[YT_LANGUAGES_MAX * (YT_LANGUAGE_TAG_MAX + 2)] = "";
    size_t used = 0;
    const char *first = NULL;

    for (size_t i = 0; i < languages->count; i++) {
        if (text->in[i] || reader->partial_language[i])
            continue;
        used += (size_t)snprintf(missing + used, sizeof missing - used, "%s%s", used ? ", " : "",
                                 languages->tag[i]);
        first = first ? first : languages->tag[i];
    }
    if (!first)
        return true;
    return yt_remedy(
        yt_fault(reader->report, node->key ? node->key : node, "there is no text in %s", missing),
        "Add a line \"%s: ...\" below; while a translation is being made, write "
        "\"complete: no\" at that language in site.yaml.",
        first);
}

static bool take_translations(struct yt_reader *reader, const struct yt_yaml *node, size_t max,
                              struct yt_text *text)
{
    bool good = true;

    for (const struct yt_yaml *value = node->first; value; value = value->next) {
        const int index = yt_languages_find(&reader->site->site.languages, value->key->text);

        if (index < 0)
            good = refuse_language(reader, value->key);
        else
            good &= take_text(reader, value, max, &text->in[index]);
    }
    return good;
}

bool yt_read_text(struct yt_reader *reader, const struct yt_yaml *node,
                  const struct yt_field *field, void *target)
{
    const size_t max = field->max ? (size_t)field->max : TEXT_MAX;

    if (!yt_expect(reader, node, YT_YAML_MAP, "a line for each language, \"ja: ...\" first"))
        return false;
    return take_translations(reader, node, max, target) && check_languages(reader, node, target);
}

bool yt_read_staff_text(struct yt_reader *reader, const struct yt_yaml *node,
                        const struct yt_field *field, void *target)
{
    const size_t max = field->max ? (size_t)field->max : TEXT_MAX;
    const int japanese = yt_languages_find(&reader->site->site.languages, "ja");
    struct yt_text *text = target;

    if (node->kind == YT_YAML_MAP) {
        if (!take_translations(reader, node, max, text))
            return false;
        if (text->in[japanese])
            return true;
        return yt_remedy(yt_fault(reader->report, node, "there is no Japanese text"),
                         "Add a line \"ja: ...\".");
    }
    return take_text(reader, node, max, &text->in[japanese]);
}
