/* Nepali looks as in Nepal: what is drawn is compared with the font's glyphs by their names, which
 * FreeType alone knows, without any shaping. */
#include "text_memory.h"
#include "ui/text/faces.h"
#include "ui/text/text.h"

// clang-format off
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
// clang-format on
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H
#include <stdlib.h>
#include <string.h>

#define EM_PX 60
#define PAGE 400
#define BASELINE 200
#define PEN 100
#define GLYPHS 4

static const struct form {
    const char *text;
    const char *nepal[GLYPHS];   /* glyphs from left to right */
    const char *general[GLYPHS]; /* as in Hindi; none: the same */
} forms[] = {
    {"झ", {"jhadevaNEP"}, {"jhadeva"}},
    {"५", {"fivedevaNEP"}, {"fivedeva"}},
    {"८", {"eightdevaNEP"}, {"eightdeva"}},
    {"९", {"ninedevaNEP"}, {"ninedeva"}},
    {"न्न", {"naprehalfdeva", "nadeva"}, {"nanadeva"}},
    {"क", {"kadeva"}, {NULL}},
    {"क्ष", {"kassadeva"}, {NULL}},
    {"घर", {"ghadeva", "radeva"}, {NULL}},
    {"१२", {"onedeva", "twodeva"}, {NULL}},
};

struct stage {
    struct yt_text_engine *engine;
    FT_Library library;
    FT_Face faces[2]; /* by weight */
};

static int set_up(void **state)
{
    static struct stage stage;
    struct yt_err err = {0};

    stage.engine = yt_text_engine_new(NULL, NULL, &err);
    if (!stage.engine || FT_Init_FreeType(&stage.library) != 0)
        return -1;
    for (int weight = 0; weight < 2; weight++) {
        char path[1024];

        if (!yt_face_path(YT_FILE_DEVANAGARI, (enum yt_text_weight)weight, getenv("YT_FONT_FOLDER"),
                          path, sizeof path) ||
            FT_New_Face(stage.library, path, 0, &stage.faces[weight]) != 0 ||
            FT_Set_Pixel_Sizes(stage.faces[weight], 0, EM_PX) != 0)
            return -1;
    }
    *state = &stage;
    return 0;
}

static int tear_down(void **state)
{
    struct stage *stage = *state;

    yt_text_engine_free(stage->engine);
    return FT_Done_FreeType(stage->library); /* and its faces */
}

static struct yt_text_style style_of(int em_px, enum yt_text_weight weight)
{
    return (struct yt_text_style){.em_px = em_px, .weight = weight, .language = "ne"};
}

static SDL_Surface *draw(struct stage *stage, const char *text, const struct yt_text_style *style)
{
    SDL_Surface *page = SDL_CreateRGBSurfaceWithFormat(0, PAGE, PAGE, 8, SDL_PIXELFORMAT_INDEX8);
    const struct yt_text_layout *layout = yt_text_lay_out(stage->engine, text, style, 0);

    assert_non_null(page);
    yt_text_draw(stage->engine, layout, page, PEN, BASELINE - layout->first_baseline, 0,
                 (SDL_Color){255, 0, 0, 255});
    return page;
}

/* Draws the named glyphs one behind the other, and tells how far they go in 1/64 pixel. */
static long draw_named(FT_Face face, const char *const names[GLYPHS], SDL_Surface *page)
{
    FT_GlyphSlot slot = face->glyph;
    long pen = (long)PEN * 64;

    for (int i = 0; i < GLYPHS && names[i]; i++) {
        FT_UInt glyph = FT_Get_Name_Index(face, (FT_String *)(uintptr_t)names[i]);

        assert_int_not_equal(glyph, 0);
        assert_int_equal(FT_Load_Glyph(face, glyph, FT_LOAD_NO_HINTING), 0);
        FT_Outline_Translate(&slot->outline, pen % 64, 0);
        assert_int_equal(FT_Render_Glyph(slot, FT_RENDER_MODE_NORMAL), 0);
        for (int y = 0; y < (int)slot->bitmap.rows; y++) {
            uint8_t *row = (uint8_t *)page->pixels +
                           (ptrdiff_t)(BASELINE - slot->bitmap_top + y) * page->pitch + pen / 64 +
                           slot->bitmap_left;

            for (int x = 0; x < (int)slot->bitmap.width; x++) {
                uint8_t cover = slot->bitmap.buffer[y * slot->bitmap.pitch + x];

                row[x] = cover > row[x] ? cover : row[x];
            }
        }
        pen += (slot->linearHoriAdvance + 512) >> 10;
    }
    return pen - (long)PEN * 64;
}

/* Pixels that are plainly different. */
static int difference(const SDL_Surface *a, const SDL_Surface *b)
{
    int count = 0;

    for (int i = 0; i < a->pitch * a->h; i++)
        count += abs(((const uint8_t *)a->pixels)[i] - ((const uint8_t *)b->pixels)[i]) > 80;
    return count;
}

static int difference_from(struct stage *stage, const struct form *form,
                           const char *const names[GLYPHS], enum yt_text_weight weight)
{
    const struct yt_text_style style = style_of(EM_PX, weight);
    SDL_Surface *drawn = draw(stage, form->text, &style);
    SDL_Surface *expected =
        SDL_CreateRGBSurfaceWithFormat(0, PAGE, PAGE, 8, SDL_PIXELFORMAT_INDEX8);
    int count;

    assert_non_null(expected);
    (void)draw_named(stage->faces[weight], names, expected);
    count = difference(drawn, expected);
    SDL_FreeSurface(drawn);
    SDL_FreeSurface(expected);
    return count;
}

static void letters_have_the_forms_of_nepal(void **state)
{
    for (size_t i = 0; i < YT_COUNT(forms); i++) {
        for (int weight = 0; weight < 2; weight++) {
            const struct form *form = &forms[i];

            /* Where two glyphs overlap, their seam may be a pixel or two darker. */
            assert_in_range(difference_from(*state, form, form->nepal, weight), 0, 4);
            if (form->general[0])
                assert_in_range(difference_from(*state, form, form->general, weight), 60, 1 << 20);
        }
    }
}

static void words_are_as_wide_as_their_glyphs(void **state)
{
    struct stage *stage = *state;
    const struct yt_text_style style = style_of(EM_PX, YT_TEXT_REGULAR);

    for (size_t i = 0; i < YT_COUNT(forms); i++) {
        SDL_Surface *page =
            SDL_CreateRGBSurfaceWithFormat(0, PAGE, PAGE, 8, SDL_PIXELFORMAT_INDEX8);
        const struct yt_text_layout *layout =
            yt_text_lay_out(stage->engine, forms[i].text, &style, 0);
        long advance = draw_named(stage->faces[0], forms[i].nepal, page);
        struct yt_text_caret end = yt_text_caret(stage->engine, layout, strlen(forms[i].text), 0);

        assert_true(labs(layout->width * 64L - advance) <= 64);
        assert_true(labs(end.x * 64L - advance) <= 32);
        SDL_FreeSurface(page);
    }
}

/* A caret between two letters stands where the second one's ink was placed. */
static void carets_stand_between_letters(void **state)
{
    struct stage *stage = *state;
    const struct yt_text_style style = style_of(EM_PX, YT_TEXT_REGULAR);
    const struct yt_text_layout *layout = yt_text_lay_out(stage->engine, "झर", &style, 0);
    int first = yt_text_lay_out(stage->engine, "झ", &style, 0)->width;

    assert_int_equal(yt_text_caret(stage->engine, layout, 0, 0).x, 0);
    assert_in_range(yt_text_caret(stage->engine, layout, strlen("झ"), 0).x, first - 1, first + 1);
}

/* One face serves all sizes in turn: none is drawn or measured at another's. */
static void sizes_do_not_mix(void **state)
{
    static const int sizes[] = {24, 60, 33};
    struct stage *stage = *state;
    SDL_Surface *alone[3];
    int widths[3];

    for (int i = 0; i < 3; i++) {
        const struct yt_text_style style = style_of(sizes[i], YT_TEXT_REGULAR);

        yt_text_forget(stage->engine);
        alone[i] = draw(stage, "झर न", &style);
        widths[i] = yt_text_lay_out(stage->engine, "झर न", &style, 0)->width;
    }
    yt_text_forget(stage->engine);
    for (int i = 0; i < 12; i++) {
        const struct yt_text_style style = style_of(sizes[i % 3], i % 2);
        SDL_Surface *again = draw(stage, "झर न", &style);

        assert_int_equal(yt_text_usage(stage->engine).open_faces, i ? 2 : 1);
        if (i % 2 == 0) {
            assert_int_equal(difference(alone[i % 3], again), 0);
            assert_int_equal(yt_text_lay_out(stage->engine, "झर न", &style, 0)->width,
                             widths[i % 3]);
        }
        SDL_FreeSurface(again);
    }
    for (int i = 0; i < 3; i++)
        SDL_FreeSurface(alone[i]);
}

static void stray_marks_do_no_harm(void **state)
{
    static const char *const texts[] = {"्", "्््््", "ंािीुू", "र्", "\u200d्\u200c", "क्", "ॐ।॥"};
    struct stage *stage = *state;

    for (size_t i = 0; i < YT_COUNT(texts); i++) {
        for (int em_px = 6; em_px < 80; em_px += 11) {
            const struct yt_text_style style = style_of(em_px, YT_TEXT_BOLD);

            SDL_FreeSurface(draw(stage, texts[i], &style));
            assert_true(yt_text_lay_out(stage->engine, texts[i], &style, 30)->line_count > 0);
        }
    }
}

/* HarfBuzz keeps glyph numbers in arrays; they tell the letters as well as the letters do. */
static void nothing_typed_is_left_in_the_shaper(void **state)
{
    /* The marker's first six letters. */
    static const char *const names[] = {"kadeva", "jhadevaNEP", "phadeva",
                                        "nadeva", "phadeva",    "jhadevaNEP"};
    struct stage *stage = *state;
    struct yt_text_style style = style_of(32, YT_TEXT_REGULAR);
    uint32_t glyphs[TEXT_MEMORY_GLYPHS];
    uint32_t *planted = calloc(TEXT_MEMORY_GLYPHS, 20);
    char typed[64];

    style.plain = true;
    text_memory_marker(typed, 0x915);
    SDL_FreeSurface(draw(stage, typed, &style));
    for (int i = 0; i < TEXT_MEMORY_GLYPHS; i++)
        glyphs[i] = FT_Get_Name_Index(stage->faces[0], (FT_String *)(uintptr_t)names[i]);
    assert_false(text_memory_holds_glyphs(glyphs));
    assert_true(text_memory_holds(0x915)); /* the layout, until it is forgotten */
    yt_text_forget(stage->engine);
    memset(typed, 0, sizeof typed);
    assert_false(text_memory_holds(0x915));
    assert_int_equal(yt_text_usage(stage->engine).open_faces, 0);

    /* Would they have been found? */
    assert_non_null(planted);
    for (size_t i = 0; i < TEXT_MEMORY_GLYPHS; i++)
        planted[i * 5] = glyphs[i];
    assert_true(text_memory_holds_glyphs(glyphs));
    free(planted);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters_have_the_forms_of_nepal),
        cmocka_unit_test(words_are_as_wide_as_their_glyphs),
        cmocka_unit_test(carets_stand_between_letters),
        cmocka_unit_test(sizes_do_not_mix),
        cmocka_unit_test(stray_marks_do_no_harm),
        cmocka_unit_test(nothing_typed_is_left_in_the_shaper),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
