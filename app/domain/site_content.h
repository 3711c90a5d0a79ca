/* Everything a site's files say, once loaded: read-only, shared by all threads, freed as a whole
 * by what loaded it (content/content.h). */
#ifndef YT_DOMAIN_SITE_CONTENT_H
#define YT_DOMAIN_SITE_CONTENT_H

#include "domain/appointment.h"
#include "domain/help_screen.h"
#include "domain/menu.h"
#include "domain/programme.h"
#include "domain/self_check.h"
#include "domain/site.h"

/* The site's own wording for a message id. */
struct yt_site_wording {
    const char *id;
    struct yt_text text;
};

struct yt_site_content {
    uint32_t number; /* rises with every change; entries carry it */
    struct yt_site site;
    struct yt_check check;
    struct yt_menu menu;
    struct yt_help help;
    struct yt_appointments appointments;
    struct yt_offers offers;
    const struct yt_site_wording *wordings; /* sorted by id */
    size_t wording_count;
};

/* The site's own wording in exactly that language, or NULL. Has the shape of
 * yt_message_override; `content` is a const struct yt_site_content *. Any thread. */
const char *yt_site_wording(const char *language, const char *id, void *content);

#endif
