/* A YAML file as a tree that knows where everything stands. libfyaml does the parsing (YAML 1.2);
 * the tree is ours so that a file from outside can neither nest deeper, nor hold more, nor point
 * into itself (anchors and aliases are refused), and lives in two arenas that go as a whole. */
#ifndef YT_CONTENT_YAML_H
#define YT_CONTENT_YAML_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define YT_YAML_DEPTH_MAX 16
#define YT_YAML_SCALAR_MAX 4096 /* bytes */
#define YT_YAML_KEYS_MAX 512    /* of one map */

enum yt_yaml_kind { YT_YAML_SCALAR, YT_YAML_MAP, YT_YAML_LIST };

struct yt_yaml {
    enum yt_yaml_kind kind;
    uint32_t line;   /* from 1 */
    uint32_t column; /* from 1, in characters; of a quoted text the first one inside */
    bool quoted;
    bool no_value;             /* "key:" with nothing behind it */
    const char *file;          /* as errors name it */
    const char *text;          /* of a scalar; ends with NUL and holds no other */
    const struct yt_yaml *key; /* of a value in a map */
    struct yt_yaml *first;     /* of a map or list */
    struct yt_yaml *last;
    struct yt_yaml *next;
    size_t count;
};

/* What the file's parsing found wrong, at one place. */
struct yt_yaml_fault {
    uint32_t line;
    uint32_t column;
    char wrong[256];
    const char *remedy;
};

/* Parses `size` bytes (NUL behind them). Nodes come from `nodes`, texts from `texts`. NULL with
 * `fault` filled when it is no YAML that we take. */
struct yt_yaml *yt_yaml_parse(const char *file, const char *bytes, size_t size,
                              struct yt_arena *nodes, struct yt_arena *texts,
                              struct yt_yaml_fault *fault);

/* The value of a key, or NULL. */
const struct yt_yaml *yt_yaml_get(const struct yt_yaml *map, const char *key);

#endif
