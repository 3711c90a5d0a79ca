/* Screens that show every widget in every state: for the gallery and for tests of geometry. */
#ifndef YT_TESTS_SAMPLE_SCREENS_H
#define YT_TESTS_SAMPLE_SCREENS_H

#include "ui/ui.h"

#include <stddef.h>

struct yt_sample {
    const char *name;
    void (*declare)(struct yt_ui *ui);
};

extern const struct yt_sample yt_samples[];
extern const size_t yt_sample_count;

/* Declares the sample as one frame. */
void yt_sample_show(struct yt_ui *ui, const struct yt_sample *sample);

#endif
