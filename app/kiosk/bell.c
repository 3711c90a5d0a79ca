#include "kiosk/bell.h"

#include <SDL.h>
#include <stdlib.h>
#include <string.h>

#define RING_EVERY_S 4

struct yt_bell {
    char *file;
    SDL_AudioDeviceID device; /* 0: not open */
    SDL_AudioSpec format;
    Uint8 *sound;
    Uint32 sound_size;
    Uint32 period_size; /* bytes from one ring to the next */
    Uint32 at;          /* audio thread only, while the device runs */
};

struct yt_bell *yt_bell_new(const char *file)
{
    struct yt_bell *bell = calloc(1, sizeof *bell);

    if (bell && !(bell->file = strdup(file))) {
        free(bell);
        return NULL;
    }
    return bell;
}

void yt_bell_free(struct yt_bell *bell)
{
    if (!bell)
        return;
    yt_bell_stop(bell);
    SDL_FreeWAV(bell->sound);
    free(bell->file);
    free(bell);
}

/* SDL's audio thread. */
static void fill(void *context, Uint8 *stream, int size)
{
    struct yt_bell *bell = context;

    memset(stream, bell->format.silence, (size_t)size);
    for (Uint32 done = 0; done < (Uint32)size;) {
        Uint32 left = (Uint32)size - done;
        Uint32 end = bell->at < bell->sound_size ? bell->sound_size : bell->period_size;
        Uint32 part = end - bell->at < left ? end - bell->at : left;

        if (bell->at < bell->sound_size)
            memcpy(stream + done, bell->sound + bell->at, part);
        done += part;
        bell->at = (bell->at + part) % bell->period_size;
    }
}

static bool open_device(struct yt_bell *bell, struct yt_err *err)
{
    SDL_AudioSpec wanted;
    Uint32 frame_size;

    if (!bell->sound && !SDL_LoadWAV(bell->file, &bell->format, &bell->sound, &bell->sound_size))
        return yt_err_set(err, YT_ERR_NOT_FOUND, "sound %s: %s", bell->file, SDL_GetError());
    if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0)
        return yt_err_set(err, YT_ERR_OFFLINE, "sound: %s", SDL_GetError());
    wanted = bell->format;
    wanted.callback = fill;
    wanted.userdata = bell;
    bell->device = SDL_OpenAudioDevice(NULL, 0, &wanted, NULL, 0);
    if (!bell->device) {
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
        return yt_err_set(err, YT_ERR_OFFLINE, "sound: %s", SDL_GetError());
    }
    frame_size = SDL_AUDIO_BITSIZE(bell->format.format) / 8u * bell->format.channels;
    bell->period_size = (Uint32)bell->format.freq * frame_size * RING_EVERY_S;
    if (bell->period_size < bell->sound_size)
        bell->period_size = bell->sound_size;
    return true;
}

bool yt_bell_ring(struct yt_bell *bell, struct yt_err *err)
{
    if (!bell->device && !open_device(bell, err))
        return false;
    if (SDL_GetAudioDeviceStatus(bell->device) == SDL_AUDIO_PLAYING)
        return true;
    bell->at = 0;
    SDL_PauseAudioDevice(bell->device, 0);
    return true;
}

void yt_bell_stop(struct yt_bell *bell)
{
    /* Closed, not paused: an open device keeps a thread awake, and a quiet kiosk sleeps. */
    if (!bell->device)
        return;
    SDL_CloseAudioDevice(bell->device);
    bell->device = 0;
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
}
