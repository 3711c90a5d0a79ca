#include "ui/ui.h"

#include "base/str.h"
#include "ui/state.h"

#include <png.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#define LONGEST_WAKE_MS 160000
#define SPIN_MS 110
#define SPIN_CALM_MS 500

/* ---- Texts and pictures for layout ---- */

static void measure(void *context, const struct yt_item_text *text, int em, int width,
                    struct yt_extent *extent)
{
    struct yt_ui *ui = context;
    struct yt_text_style style = yt_ui_style(ui, text, em);
    const struct yt_text_layout *layout = yt_text_lay_out(ui->text, text->markup, &style, width);

    extent->width = layout->width;
    extent->height = layout->height;
    extent->lines = layout->line_count;
    extent->too_narrow = layout->too_narrow;
}

static float shape(void *context, const char *picture)
{
    struct yt_ui *ui = context;

    return yt_images_shape(ui->images, picture);
}

void yt_ui_lay_out(struct yt_ui *ui)
{
    struct yt_layout layout = {
        .metrics = &ui->metrics, .measure = measure, .shape = shape, .context = ui, .air = 1};

    const struct yt_ui_rows_place place = yt_ui_rows_keep(ui);

    for (int i = 0; i < 2; i++)
        ui->areas[i].pulled =
            ui->glide.area == i + 1 || (ui->press.dragging && ui->press.area == i + 1);
    yt_layout_page(&layout, &ui->items, ui->areas);
    yt_ui_rows_restore(ui, &place);
    ui->dirty = true;
}

/* ---- Life ---- */

static bool make_page(struct yt_ui *ui, int width, int height, struct yt_err *err)
{
    SDL_Surface *page =
        SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_RGB888);
    struct yt_draw_list *list = yt_draw_list_new(width, height);

    if (!page || !list) {
        SDL_FreeSurface(page);
        yt_draw_list_free(list);
        return yt_err_set(err, YT_ERR_NO_MEMORY, "page of %d by %d pixels: out of memory", width,
                          height);
    }
    SDL_SetSurfaceBlendMode(page, SDL_BLENDMODE_NONE);
    SDL_FreeSurface(ui->page);
    yt_draw_list_free(ui->list);
    ui->page = page;
    ui->list = list;
    yt_metrics_init(&ui->metrics, width, height, ui->panel_mm, ui->percent);
    return true;
}

static bool open_parts(struct yt_ui *ui, const struct yt_ui_setup *setup, struct yt_err *err)
{
    int width, height;

    if (!(ui->images = yt_images_new(setup->icon_folder)))
        return yt_err_set(err, YT_ERR_NO_MEMORY, "icons: out of memory");
    if (!(ui->presenter = yt_presenter_new(setup, err)))
        return false;
    yt_presenter_size(ui->presenter, &width, &height);
    ui->rate = yt_presenter_rate(ui->presenter);
    return make_page(ui, width, height, err);
}

struct yt_ui *yt_ui_new(const struct yt_ui_setup *setup, struct yt_err *err)
{
    struct yt_ui *ui = calloc(1, sizeof *ui);

    if (!ui) {
        yt_err_set(err, YT_ERR_NO_MEMORY, "screen: out of memory");
        return NULL;
    }
    ui->percent = 100;
    ui->panel_mm = setup->panel_mm;
    ui->motion = true;
    ui->clock = setup->clock ? setup->clock : yt_clock_system();
    ui->text = setup->text;
    ui->changed_ms = -YT_DAY_MS;
    ui->words = (struct yt_ui_words){.more_above = "", .more_below = ""};
    ui->countdown_ends_ms = -1;
    (void)yt_str_copy(ui->language, sizeof ui->language, "ja");
    yt_ui_theme_default(&ui->theme, false);
    yt_arena_init(&ui->arena, YT_UI_FRAME_BYTES);
    if (!open_parts(ui, setup, err)) {
        yt_ui_free(ui);
        return NULL;
    }
    return ui;
}

static void wipe_page(struct yt_ui *ui)
{
    if (ui->page)
        sodium_memzero(ui->page->pixels, (size_t)ui->page->pitch * (size_t)ui->page->h);
}

void yt_ui_free(struct yt_ui *ui)
{
    if (!ui)
        return;
    wipe_page(ui);
    yt_arena_done(&ui->arena);
    yt_buf_done(&ui->scratch);
    yt_draw_list_free(ui->list);
    yt_images_free(ui->images);
    SDL_FreeSurface(ui->page);
    yt_presenter_free(ui->presenter);
    free(ui);
}

/* ---- Settings ---- */

void yt_ui_set_theme(struct yt_ui *ui, const struct yt_ui_theme *theme)
{
    ui->theme = *theme;
}

void yt_ui_set_language(struct yt_ui *ui, const char *language)
{
    (void)yt_str_copy(ui->language, sizeof ui->language, language);
}

void yt_ui_set_words(struct yt_ui *ui, const struct yt_ui_words *words)
{
    ui->words = *words;
}

void yt_ui_set_text_scale(struct yt_ui *ui, int percent)
{
    ui->percent = percent;
    yt_metrics_init(&ui->metrics, ui->metrics.width, ui->metrics.height, ui->panel_mm, percent);
}

void yt_ui_set_motion(struct yt_ui *ui, bool motion)
{
    ui->motion = motion;
}

void yt_ui_resize(struct yt_ui *ui, int width, int height)
{
    struct yt_err err;

    if (width < 1 || height < 1 || (width == ui->metrics.width && height == ui->metrics.height))
        return;
    /* Without memory for the new size the old page stays, which the window then shows in part. */
    if (!make_page(ui, width, height, &err))
        return;
    yt_presenter_resize(ui->presenter, width, height);
    if (ui->declared)
        yt_ui_lay_out(ui);
}

int yt_ui_width(const struct yt_ui *ui)
{
    return ui->metrics.width;
}

int yt_ui_height(const struct yt_ui *ui)
{
    return ui->metrics.height;
}

bool yt_ui_landscape(const struct yt_ui *ui)
{
    return yt_metrics_landscape(&ui->metrics);
}

bool yt_ui_low(const struct yt_ui *ui)
{
    return yt_metrics_low(&ui->metrics);
}

int yt_ui_em(const struct yt_ui *ui)
{
    return ui->metrics.em;
}

float yt_ui_content_ems(const struct yt_ui *ui)
{
    int width =
        ui->metrics.width - 2 * yt_metrics_margin(&ui->metrics) - yt_metrics_side(&ui->metrics);

    return (float)width / (float)ui->metrics.em;
}

/* ---- Time ---- */

static int sooner(int a, int64_t b)
{
    if (b < 0)
        b = 0;
    return a < 0 || b < a ? (int)(b > LONGEST_WAKE_MS ? LONGEST_WAKE_MS : b) : a;
}

int yt_ui_next_wake_ms(const struct yt_ui *ui)
{
    int64_t now = yt_clock_mono_ms(ui->clock);
    int wake = -1;

    if (yt_ui_scroll_wake_ms(ui) >= 0)
        wake = sooner(wake, yt_ui_scroll_wake_ms(ui));
    if (ui->has_spinner) {
        int step = ui->motion ? SPIN_MS : SPIN_CALM_MS;

        wake = sooner(wake, step - now % step);
    }
    if (ui->countdown_ends_ms > now)
        wake = sooner(wake, (ui->countdown_ends_ms - now - 1) % 1000 + 1);
    if (ui->press.repeat_ms)
        wake = sooner(wake, ui->press.repeat_ms - now);
    return wake;
}

/* ---- Pictures and the end of a visit ---- */

bool yt_ui_save_png(struct yt_ui *ui, const char *path, struct yt_err *err)
{
    png_image png = {.version = PNG_IMAGE_VERSION,
                     .width = (png_uint_32)ui->page->w,
                     .height = (png_uint_32)ui->page->h,
                     .format = PNG_FORMAT_RGB};
    size_t count = (size_t)ui->page->w * (size_t)ui->page->h;
    uint8_t *rgb = malloc(count * 3);
    bool saved;

    if (!rgb)
        return yt_err_set(err, YT_ERR_NO_MEMORY, "save %s: out of memory", path);
    for (int y = 0; y < ui->page->h; y++) {
        const uint32_t *row =
            (const void *)((const uint8_t *)ui->page->pixels + (size_t)y * (size_t)ui->page->pitch);
        uint8_t *to = rgb + (size_t)y * (size_t)ui->page->w * 3;

        for (int x = 0; x < ui->page->w; x++, to += 3) {
            to[0] = (uint8_t)(row[x] >> 16);
            to[1] = (uint8_t)(row[x] >> 8);
            to[2] = (uint8_t)row[x];
        }
    }
    saved = png_image_write_to_file(&png, path, 0, rgb, 0, NULL) != 0;
    sodium_memzero(rgb, count * 3);
    free(rgb);
    return saved || yt_err_set(err, YT_ERR_IO, "save %s: %s", path, png.message);
}

const SDL_Surface *yt_ui_pixels(const struct yt_ui *ui)
{
    return ui->page;
}

void yt_ui_forget(struct yt_ui *ui)
{
    yt_ui_frame_begin(ui);
    yt_arena_done(&ui->arena);
    yt_arena_init(&ui->arena, YT_UI_FRAME_BYTES);
    yt_buf_done(&ui->scratch);
    yt_text_forget(ui->text);
    wipe_page(ui);
    yt_draw_list_invalidate(ui->list);
    ui->press = (struct yt_ui_press){0};
    ui->glide = (struct yt_ui_glide){0};
    ui->rows = (struct yt_ui_rows_state){0};
    ui->dirty = true;
    ui->focus_id = 0;
    ui->focus_shown = false;
    memset(ui->areas, 0, sizeof ui->areas);
    memset(ui->shown_keys, 0, sizeof ui->shown_keys);
    ui->has_spinner = false;
    ui->countdown_ends_ms = -1;
}

size_t yt_ui_cache_bytes(const struct yt_ui *ui)
{
    return yt_images_bytes(ui->images) + yt_draw_list_bytes(ui->list) + ui->arena.used;
}
