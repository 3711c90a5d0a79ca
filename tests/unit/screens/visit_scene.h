/* A visit without screens, and the entry that is made of it. */
#ifndef YT_TESTS_VISIT_SCENE_H
#define YT_TESTS_VISIT_SCENE_H

#include "base/clock.h"
#include "screens/visit.h"

/* 2026-11-21 10:00 in Japan. */
#define VISIT_SCENE_MS INT64_C(1795222800000)

struct scene {
    struct yt_visit visit;
    struct yt_clock_virtual clock; /* at VISIT_SCENE_MS */
    struct yt_entry entry;
};

/* For cmocka: a scene in `*state` for each test. */
int scene_begin(void **state);
int scene_end(void **state);

/* What would be handed over with that consent becomes scene->entry. */
void hand_over(struct scene *scene, enum yt_consent consent);

#endif
