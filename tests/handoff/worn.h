/* A printed slip as it comes to a reader: turned, blurred, with specks. */
#ifndef WORN_H
#define WORN_H

#include <stdint.h>

struct worn {
    double turn_degrees;
    double blur_dots;     /* radius of the blur in dots of the slip */
    double noise_percent; /* of the dots are black where white, or white where black */
};

/* Makes a gray picture at `WORN_SCALE` times the slip's size from its dots (a byte each, 0 is ink),
 * with a white border. The same every time. free() it. */
#define WORN_SCALE 3
uint8_t *worn_picture(const uint8_t *dots, int width, int height, const struct worn *worn,
                      int *ret_width, int *ret_height);

#endif
