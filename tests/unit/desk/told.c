#include "told.h"

#include "desk/describe.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

const char *told(struct world *world, const struct yt_site_content *content)
{
    static struct yt_buf text;

    yt_buf_done(&text);
    yt_buf_init_secret(&text, YT_DESCRIPTION_MAX);
    assert_true(yt_describe(&world->entry, content, &text, &world->err));
    return yt_buf_string(&text);
}

void assert_has(const char *text, const char *wanted)
{
    if (!strstr(text, wanted))
        fail_msg("\"%s\" is missing in:\n%s", wanted, text);
}

void assert_has_not(const char *text, const char *unwanted)
{
    if (strstr(text, unwanted))
        fail_msg("\"%s\" should not be in:\n%s", unwanted, text);
}
