#include "ui/present.h"

#include "ui/window_manager.h"

#include <stdlib.h>
#include <string.h>

/* With two or three buffers that are flipped, each must get the first picture. */
#define FIRST_FRAMES 3

struct yt_presenter {
    SDL_Window *window; /* NULL: pictures only */
    SDL_Renderer *renderer;
    SDL_Texture *texture;
    bool owns_video;
    bool exposed; /* all must be shown again */
    int first_frames;
    int width, height;
};

static void set_hints(void)
{
    /* One finger is one event: no mouse made from touch, no touch made from the mouse. */
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0");
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
}

static bool needs_texture(enum yt_ui_present wish)
{
    const char *driver = SDL_GetCurrentVideoDriver();

    if (wish != YT_UI_PRESENT_AUTO)
        return wish == YT_UI_PRESENT_TEXTURE;
    return driver && !strcmp(driver, "KMSDRM");
}

static bool make_texture(struct yt_presenter *presenter, struct yt_err *err)
{
    SDL_DestroyTexture(presenter->texture);
    presenter->texture = NULL;
    if (!presenter->renderer)
        presenter->renderer = SDL_CreateRenderer(presenter->window, -1, 0);
    if (presenter->renderer)
        presenter->texture =
            SDL_CreateTexture(presenter->renderer, SDL_PIXELFORMAT_RGB888,
                              SDL_TEXTUREACCESS_STREAMING, presenter->width, presenter->height);
    if (!presenter->texture)
        return yt_err_set(err, YT_ERR_UNSUPPORTED, "draw to the display: %s", SDL_GetError());
    return true;
}

static bool open_window(struct yt_presenter *presenter, const struct yt_ui_setup *setup,
                        struct yt_err *err)
{
    bool whole = setup->full_screen || setup->width <= 0 || setup->height <= 0;
    Uint32 flags = whole ? SDL_WINDOW_BORDERLESS : SDL_WINDOW_RESIZABLE;
    SDL_Rect place = {SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                      setup->width > 0 ? setup->width : 1280,
                      setup->height > 0 ? setup->height : 800};

    set_hints();
    /* A key combination of a window manager (Alt+F4) is no way to end a kiosk; a signal is. */
    if (whole)
        SDL_SetHint(SDL_HINT_QUIT_ON_LAST_WINDOW_CLOSE, "0");
    if (!SDL_WasInit(SDL_INIT_VIDEO)) {
        if (SDL_InitSubSystem(SDL_INIT_VIDEO) < 0)
            return yt_err_set(err, YT_ERR_UNSUPPORTED, "open the display: %s", SDL_GetError());
        presenter->owns_video = true;
    }
    /* On a kiosk there is often no window manager that would make a window full-screen: then it is
     * that large from the start. Where the size is not known, the centre stands. */
    if (whole)
        (void)SDL_GetDisplayBounds(0, &place);
    if (whole && yt_window_manager_present())
        flags |= SDL_WINDOW_FULLSCREEN_DESKTOP;
    presenter->window = SDL_CreateWindow(setup->title ? setup->title : "", place.x, place.y,
                                         place.w, place.h, flags);
    if (!presenter->window)
        return yt_err_set(err, YT_ERR_UNSUPPORTED, "open a window: %s", SDL_GetError());
    SDL_GetWindowSize(presenter->window, &presenter->width, &presenter->height);
    if (needs_texture(setup->present) || !SDL_GetWindowSurface(presenter->window))
        return make_texture(presenter, err);
    return true;
}

struct yt_presenter *yt_presenter_new(const struct yt_ui_setup *setup, struct yt_err *err)
{
    struct yt_presenter *presenter = calloc(1, sizeof *presenter);

    if (!presenter) {
        yt_err_set(err, YT_ERR_NO_MEMORY, "open a window: out of memory");
        return NULL;
    }
    presenter->exposed = true;
    presenter->first_frames = FIRST_FRAMES;
    presenter->width = setup->width > 0 ? setup->width : 1080;
    presenter->height = setup->height > 0 ? setup->height : 1920;
    if (setup->present != YT_UI_PRESENT_NONE && !open_window(presenter, setup, err)) {
        yt_presenter_free(presenter);
        return NULL;
    }
    return presenter;
}

void yt_presenter_free(struct yt_presenter *presenter)
{
    if (!presenter)
        return;
    SDL_DestroyTexture(presenter->texture);
    if (presenter->renderer)
        SDL_DestroyRenderer(presenter->renderer);
    if (presenter->window)
        SDL_DestroyWindow(presenter->window);
    if (presenter->owns_video)
        SDL_QuitSubSystem(SDL_INIT_VIDEO);
    free(presenter);
}

void yt_presenter_size(const struct yt_presenter *presenter, int *width, int *height)
{
    *width = presenter->width;
    *height = presenter->height;
}

int yt_presenter_rate(const struct yt_presenter *presenter)
{
    SDL_DisplayMode mode;
    int display = presenter->window ? SDL_GetWindowDisplayIndex(presenter->window) : -1;

    return display >= 0 && SDL_GetCurrentDisplayMode(display, &mode) == 0 ? mode.refresh_rate : 0;
}

void yt_presenter_resize(struct yt_presenter *presenter, int width, int height)
{
    struct yt_err err;

    presenter->width = width;
    presenter->height = height;
    presenter->exposed = true;
    if (presenter->texture)
        (void)make_texture(presenter, &err); /* without one, nothing is shown until the next try */
}

void yt_presenter_expose(struct yt_presenter *presenter)
{
    presenter->exposed = true;
}

static void show_surface(struct yt_presenter *presenter, SDL_Surface *page, const SDL_Rect *damage,
                         size_t count)
{
    SDL_Surface *surface = SDL_GetWindowSurface(presenter->window);
    SDL_Rect whole = {0, 0, page->w, page->h};

    if (!surface)
        return;
    if (presenter->exposed) {
        damage = &whole;
        count = 1;
    }
    for (size_t i = 0; i < count; i++) {
        SDL_Rect from = damage[i], to = damage[i];

        SDL_BlitSurface(page, &from, surface, &to);
    }
    SDL_UpdateWindowSurfaceRects(presenter->window, damage, (int)count);
}

static void show_texture(struct yt_presenter *presenter, SDL_Surface *page, const SDL_Rect *damage,
                         size_t count)
{
    SDL_Rect whole = {0, 0, page->w, page->h};

    if (presenter->exposed) {
        damage = &whole;
        count = 1;
    }
    for (size_t i = 0; i < count; i++) {
        const uint8_t *from = (const uint8_t *)page->pixels +
                              (size_t)damage[i].y * (size_t)page->pitch + (size_t)damage[i].x * 4;

        SDL_UpdateTexture(presenter->texture, &damage[i], from, page->pitch);
    }
    do {
        SDL_RenderCopy(presenter->renderer, presenter->texture, NULL, NULL);
        SDL_RenderPresent(presenter->renderer);
    } while (presenter->first_frames-- > 1);
    presenter->first_frames = 0;
}

void yt_presenter_show(struct yt_presenter *presenter, SDL_Surface *page, const SDL_Rect *damage,
                       size_t count)
{
    if (!presenter->window || (!count && !presenter->exposed))
        return;
    if (presenter->texture)
        show_texture(presenter, page, damage, count);
    else if (!presenter->renderer)
        show_surface(presenter, page, damage, count);
    presenter->exposed = false;
}
