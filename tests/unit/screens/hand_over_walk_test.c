/* The screens from the result to the end on every panel in every language. */
#include "hand_over_walk.h"
#include "walk_all.h"

static struct counter counter;

static void begin(struct journey *journey)
{
    counter_open(&counter, journey);
}

static void walk_on(struct journey *journey, int language, enum yt_text_scale scale,
                    walk_visitor visitor, void *context)
{
    (void)journey; /* the counter has it */
    hand_over_walk(&counter, language, scale, visitor, context);
}

int main(int argc, char **argv)
{
    return walk_all_main(&(struct walk_all){.walk = walk_on, .begin = begin, .least_screens = 700},
                         argc, argv);
}
