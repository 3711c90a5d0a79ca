/* Programmes, open places, voices and talk cards on every panel in every language. */
#include "programmes_walk.h"
#include "walk_all.h"

int main(int argc, char **argv)
{
    return walk_all_main(&(struct walk_all){.walk = programmes_walk,
                                            .begin = programmes_walk_begin,
                                            .least_screens = 900},
                         argc, argv);
}
