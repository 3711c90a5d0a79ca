/* Any bytes as a YAML file: a tree or a fault with a place, within the memory that was given. */
#include "content/yaml.h"

#include <stdlib.h>
#include <string.h>

#define MEMORY_MAX ((size_t)8 * 1024 * 1024)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
const char *__lsan_default_suppressions(void); /* NOLINT(bugprone-reserved-identifier) */

/* libfyaml 0.7 forgets one buffer of 4 KB for each text with very many quotes or escapes in it. */
const char *__lsan_default_suppressions(void)
{
    return "leak:libfyaml";
}

/* Every node can be reached, carries a place, and none is deeper than allowed. */
static void walk(const struct yt_yaml *node, int depth)
{
    if (depth > YT_YAML_DEPTH_MAX || node->line < 1 || node->column < 1)
        abort();
    if (node->kind == YT_YAML_SCALAR && strlen(node->text) > YT_YAML_SCALAR_MAX)
        abort();
    for (const struct yt_yaml *child = node->first; child; child = child->next)
        walk(child, depth + 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct yt_arena nodes;
    struct yt_arena texts;
    struct yt_yaml_fault fault = {0};
    char *bytes = malloc(size + 1);
    const struct yt_yaml *tree;

    if (!bytes)
        return 0;
    memcpy(bytes, data, size);
    bytes[size] = '\0';
    yt_arena_init(&nodes, MEMORY_MAX);
    yt_arena_init(&texts, MEMORY_MAX);
    tree = yt_yaml_parse("file.yaml", bytes, size, &nodes, &texts, &fault);
    if (tree)
        walk(tree, 0);
    else if (fault.line < 1 || fault.column < 1 || !fault.wrong[0] || !fault.remedy)
        abort();
    yt_arena_done(&nodes);
    yt_arena_done(&texts);
    free(bytes);
    return 0;
}
