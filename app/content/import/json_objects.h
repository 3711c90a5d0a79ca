/* The objects of a JSON file one by one, so that a file may be of any size: the elements of an
 * array, objects one a line or one behind the other, or one object alone. What stands between them
 * is checked here, what is in them by whoever parses them. Nesting is counted before any of it is
 * parsed. */
#ifndef YT_CONTENT_IMPORT_JSON_OBJECTS_H
#define YT_CONTENT_IMPORT_JSON_OBJECTS_H

#include "base/buf.h"

#include <stdint.h>

/* One value and the line where it begins. False ends the reading. */
typedef bool yt_json_value(const char *text, size_t size, uint32_t line, void *context);

enum yt_json_place {
    YT_JSON_OUTSIDE, /* before, between and behind values of the top level */
    YT_JSON_FIRST,   /* behind [ */
    YT_JSON_NEXT,    /* behind a comma */
    YT_JSON_BEHIND,  /* behind an element */
    YT_JSON_CLOSED,  /* behind ] */
    YT_JSON_INSIDE,  /* of a value */
};

struct yt_json_objects {
    enum yt_json_place place, outer; /* `outer`: where the value that is being read stands */
    bool any;                        /* something but blanks has come */
    bool in_string, after_backslash, is_scalar;
    int depth;
    uint32_t line, value_line;
    struct yt_buf value;
    yt_json_value *each;
    void *context;
};

void yt_json_objects_init(struct yt_json_objects *objects, yt_json_value *each, void *context);
void yt_json_objects_done(struct yt_json_objects *objects);
/* False with YT_OK in `err` when `each` has ended it. */
YT_MUST_CHECK bool yt_json_objects_feed(struct yt_json_objects *objects, const unsigned char *piece,
                                        size_t size, struct yt_err *err);
YT_MUST_CHECK bool yt_json_objects_finish(struct yt_json_objects *objects, struct yt_err *err);

#endif
