#include "base/message.h"

#include "base/fs.h"

#include <libintl.h>
#include <limits.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DOMAIN_MAX 48

static yt_message_override site_override;
static void *site_context;
static char catalogue_folder[PATH_MAX];

static void domain_of(const char *language, char domain[DOMAIN_MAX])
{
    snprintf(domain, DOMAIN_MAX, "yotte-%s", language);
}

bool yt_message_open(const char *folder, struct yt_err *err)
{
    static const char *const languages[] = {"ja", "ja-easy", "en", "zh-Hans", "ko",
                                            "vi", "pt-BR",   "es", "ne",      "fil"};
    char path[PATH_MAX];

    /* gettext translates nothing in the locale "C"; C.UTF-8 is part of glibc and the same on
     * every machine. */
    if (!setlocale(LC_CTYPE, "C.UTF-8") || !setlocale(LC_MESSAGES, "C.UTF-8"))
        return yt_err_set(err, YT_ERR_NOT_FOUND, "the locale C.UTF-8 is missing");
    /* gettext would look for the catalogues of the languages in it, and for no others. */
    (void)unsetenv("LANGUAGE");
    if (snprintf(catalogue_folder, sizeof catalogue_folder, "%s", folder) >=
            (int)sizeof catalogue_folder ||
        snprintf(path, sizeof path, "%s/C.UTF-8/LC_MESSAGES/yotte-ja.mo", folder) >=
            (int)sizeof path)
        return yt_err_set(err, YT_ERR_INVALID, "%s: path too long", folder);
    if (!yt_fs_exists(path))
        return yt_err_set(err, YT_ERR_NOT_FOUND, "%s: no such message catalogue", path);
    for (size_t i = 0; i < YT_COUNT(languages); i++) {
        char domain[DOMAIN_MAX];

        domain_of(languages[i], domain);
        if (!bindtextdomain(domain, catalogue_folder) || !bind_textdomain_codeset(domain, "UTF-8"))
            return yt_err_set(err, YT_ERR_NO_MEMORY, "message catalogue of %s", languages[i]);
    }
    return true;
}

void yt_message_set_override(yt_message_override override, void *context)
{
    site_override = override;
    site_context = context;
}

/* NULL where this language has no such text. */
static const char *text_in(const char *language, const char *id)
{
    char domain[DOMAIN_MAX];
    const char *text;

    if (!*id) /* gettext keeps a catalogue's head there */
        return NULL;
    if (site_override && (text = site_override(language, id, site_context)) != NULL)
        return text;
    domain_of(language, domain);
    text = dgettext(domain, id);
    return text == id ? NULL : text;
}

const char *yt_message(const char *language, const char *id)
{
    const char *const order[] = {language, "ja-easy", "ja"};

    for (size_t i = strcmp(language, "ja") == 0 ? 2 : 0; i < YT_COUNT(order); i++) {
        const char *text = text_in(order[i], id);

        if (text)
            return text;
    }
    return id;
}

bool yt_message_has(const char *language, const char *id)
{
    return text_in(language, id) != NULL;
}

static const struct yt_message_value *
value_named(const char *name, size_t size, const struct yt_message_value *values, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strlen(values[i].name) == size && memcmp(values[i].name, name, size) == 0)
            return &values[i];
    return NULL;
}

bool yt_message_fill(struct yt_buf *to, const char *text, const struct yt_message_value *values,
                     size_t count)
{
    while (*text) {
        const char *close = strchr(text, '}');
        const char *open = close ? memrchr(text, '{', (size_t)(close - text)) : NULL;
        const char *end = close ? close + 1 : text + strlen(text);
        const struct yt_message_value *value =
            open ? value_named(open + 1, (size_t)(close - open) - 1, values, count) : NULL;

        yt_buf_append(to, text, (size_t)((value ? open : end) - text));
        if (value)
            yt_buf_text(to, value->value);
        text = end;
    }
    return !to->failed;
}
