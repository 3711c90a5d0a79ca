#include "visit_scene.h"

#include "small_site.h"

#include <stdlib.h>

#include <sodium.h>

int scene_begin(void **state)
{
    struct scene *scene = calloc(1, sizeof *scene);

    if (!scene || sodium_init() < 0)
        return -1;
    yt_clock_virtual_init(&scene->clock, VISIT_SCENE_MS);
    yt_visit_begin(&scene->visit);
    *state = scene;
    return 0;
}

int scene_end(void **state)
{
    free(*state);
    return 0;
}

void hand_over(struct scene *scene, enum yt_consent consent)
{
    scene->visit.consent = consent;
    scene->visit.consent_said = true;
    yt_visit_entry(&scene->visit, small_site(), "k2", &scene->clock.clock, &scene->entry);
}
