/* The listings, the tray and the wish on every panel in every language. */
#include "listings_walk.h"
#include "walk_all.h"

int main(int argc, char **argv)
{
    return walk_all_main(&(struct walk_all){.walk = listings_walk, .least_screens = 800}, argc,
                         argv);
}
