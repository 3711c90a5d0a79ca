#include "ui/window_manager.h"

#include <SDL.h>
#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <string.h>

/* X11's library as SDL has loaded it: the appliance has none, so it is not linked. */
struct x11 {
    __typeof__(&XOpenDisplay) open_display;
    __typeof__(&XCloseDisplay) close_display;
    __typeof__(&XInternAtom) intern_atom;
    __typeof__(&XGetWindowProperty) get_window_property;
    __typeof__(&XFree) free;
};

static bool load(struct x11 *x11, void *library)
{
    x11->open_display = (__typeof__(x11->open_display))SDL_LoadFunction(library, "XOpenDisplay");
    x11->close_display = (__typeof__(x11->close_display))SDL_LoadFunction(library, "XCloseDisplay");
    x11->intern_atom = (__typeof__(x11->intern_atom))SDL_LoadFunction(library, "XInternAtom");
    x11->get_window_property =
        (__typeof__(x11->get_window_property))SDL_LoadFunction(library, "XGetWindowProperty");
    x11->free = (__typeof__(x11->free))SDL_LoadFunction(library, "XFree");
    return x11->open_display && x11->close_display && x11->intern_atom &&
           x11->get_window_property && x11->free;
}

static bool root_names_one(const struct x11 *x11, Display *display)
{
    Atom check = x11->intern_atom(display, "_NET_SUPPORTING_WM_CHECK", True);
    unsigned char *value = NULL;
    unsigned long count = 0;
    unsigned long left;
    Atom type;
    int format;

    if (check == None ||
        x11->get_window_property(display, DefaultRootWindow(display), check, 0, 1, False, XA_WINDOW,
                                 &type, &format, &count, &left, &value) != Success)
        return false;
    if (value)
        x11->free(value);
    return count > 0;
}

bool yt_window_manager_present(void)
{
    const char *driver = SDL_GetCurrentVideoDriver();
    bool present = true;
    struct x11 x11;
    Display *display;
    void *library;

    if (!driver || strcmp(driver, "x11") != 0 || !(library = SDL_LoadObject("libX11.so.6")))
        return true;
    if (load(&x11, library) && (display = x11.open_display(NULL)) != NULL) {
        present = root_names_one(&x11, display);
        x11.close_display(display);
    }
    SDL_UnloadObject(library);
    return present;
}
