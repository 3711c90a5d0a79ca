#include "content/reader.h"

#include <stdlib.h>
#include <string.h>

static int compare_wordings(const void *a, const void *b)
{
    return strcmp(((const struct yt_site_wording *)a)->id, ((const struct yt_site_wording *)b)->id);
}

static bool read_wording(struct yt_reader *reader, const struct yt_yaml *node,
                         struct yt_site_wording *wording)
{
    const struct yt_field text_field = {.key = node->key->text};
    const char *id = node->key->text;

    if (strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-_.") != strlen(id))
        return yt_remedy(yt_fault(reader->report, node->key, "\"%.60s\" is no name of a text", id),
                         "Write the name of a text of the screens, such as ui.title.");
    /* Keys live with the tree; this one must outlive it. */
    if (!(wording->id = yt_arena_text(reader->kept, id, strlen(id))))
        return false;
    return yt_read_staff_text(reader, node, &text_field, &wording->text);
}

void yt_load_wordings(struct yt_reader *reader)
{
    const struct yt_yaml *tree = yt_load_tree(reader, "texts.yaml");
    const struct yt_yaml *texts;
    struct yt_site_wording *wordings;
    size_t count = 0;

    if (!tree || !yt_expect(reader, tree, YT_YAML_MAP, "\"texts:\" and texts by name"))
        return;
    for (const struct yt_yaml *value = tree->first; value; value = value->next)
        if (strcmp(value->key->text, "texts") != 0) {
            (void)yt_remedy(yt_fault(reader->report, value->key, "texts.yaml has no key \"%.60s\"",
                                     value->key->text),
                            "Write \"texts:\" and everything below it.");
            return;
        }
    texts = yt_yaml_get(tree, "texts");
    if (!texts || texts->no_value)
        return;
    if (!yt_expect(reader, texts, YT_YAML_MAP, "texts by name: \"ui.title:\"") ||
        !(wordings = yt_take(reader, texts, texts->count, sizeof *wordings)))
        return;
    for (const struct yt_yaml *value = texts->first; value; value = value->next)
        if (read_wording(reader, value, &wordings[count]))
            count++;
    qsort(wordings, count, sizeof *wordings, compare_wordings);
    reader->site->wordings = wordings;
    reader->site->wording_count = count;
}
