/* Takes a walk through the sample site's screens in every language, on four panels, at 100 and
 * 200 %, and looks for what is clipped, overlapping, too small or without its letters; or makes
 * pictures of it. */
#ifndef YT_TESTS_WALK_ALL_H
#define YT_TESTS_WALK_ALL_H

#include "walker.h"

#include <stddef.h>

typedef void (*walk_function)(struct journey *journey, int language, enum yt_text_scale scale,
                              walk_visitor visitor, void *context);

struct walk_all {
    walk_function walk;
    void (*begin)(struct journey *journey); /* once for each panel; or NULL */
    size_t least_screens;                   /* that a panel shows, so that none is forgotten */
};

/* The main function of such a test. With arguments it makes pictures instead:
 * NAME_test FOLDER WIDTHxHEIGHT LANGUAGE PERCENT */
int walk_all_main(const struct walk_all *what, int argc, char **argv);

#endif
