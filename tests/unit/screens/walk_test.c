/* The screens from home to the result on every panel in every language. */
#include "walk.h"
#include "walk_all.h"

int main(int argc, char **argv)
{
    return walk_all_main(&(struct walk_all){.walk = walk, .least_screens = 1000}, argc, argv);
}
