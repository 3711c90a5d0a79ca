/* The floor: the least that a full-screen touch program on SDL2 does. A window and six labels; the
 * first opens a second page, the third a long list; each looks different under the finger. It
 * sleeps until something happens and draws what has changed. No layout, no shaping, no languages,
 * no store.
 *
 *   bare_sdl FONT.ttf [ROWS] */
#include "bare_list.h"

#include <SDL.h>
#include <SDL_ttf.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define COLUMNS 3
#define ROWS 2

/* The same rectangles as page/index.html. */
#define BUTTON(n)                                                     \
    (SDL_Rect)                                                        \
    {                                                                 \
        60 + (n) % COLUMNS * 620, 200 + (n) / COLUMNS * 430, 560, 370 \
    }
static const SDL_Rect back_button = {60, 930, 300, 100};

enum { NOTHING = -1, LIST = 2, BACK = COLUMNS * ROWS };

#define FRAME_MS 16 /* of a fling */

static const char *const labels[] = {"くらしのチェック", "相談を予約する", "ことばをえらぶ",
                                     "窓口のご案内",     "やさしい表示",   "係を呼ぶ"};
static const char *const lines[] = {"今、いちばん気になっていることはどれですか。",
                                    "あてはまるものを選んでください。とばしても大丈夫です。",
                                    "お金のこと",
                                    "しごとのこと",
                                    "からだのこと",
                                    "家族のこと"};

struct program {
    SDL_Window *window;
    SDL_Surface *surface;
    TTF_Font *font;
    bool second_page;
    int pressed;
    struct bare_list *list;
    bool on_list;
};

static void fill(struct program *program, SDL_Rect rect, uint32_t colour)
{
    SDL_FillRect(program->surface, &rect, 0xFF000000u | colour);
}

static void text(struct program *program, const char *words, SDL_Rect rect, SDL_Color colour)
{
    SDL_Surface *line = TTF_RenderUTF8_Blended(program->font, words, colour);

    if (!line)
        return;
    SDL_BlitSurface(line, NULL, program->surface,
                    &(SDL_Rect){rect.x + (rect.w - line->w) / 2, rect.y + (rect.h - line->h) / 2,
                                line->w, line->h});
    SDL_FreeSurface(line);
}

static SDL_Rect rect_of(int button)
{
    return button == BACK ? back_button : BUTTON(button);
}

static void draw_button(struct program *program, int button)
{
    SDL_Rect rect = rect_of(button);

    fill(program, rect, button == program->pressed ? 0xC05A00 : 0x1F5F8B);
    text(program, button == BACK ? "もどる" : labels[button], rect,
         (SDL_Color){255, 255, 255, 255});
}

static void draw_all(struct program *program)
{
    fill(program, (SDL_Rect){0, 0, 1920, 1080}, 0xF7F5F0);
    if (program->second_page) {
        for (int i = 0; i < (int)SDL_arraysize(lines); i++)
            text(program, lines[i], (SDL_Rect){0, 100 + i * 130, 1920, 100},
                 (SDL_Color){30, 30, 30, 255});
        draw_button(program, BACK);
    } else {
        text(program, "つむぎ市 くらしの相談", (SDL_Rect){0, 40, 1920, 120},
             (SDL_Color){30, 30, 30, 255});
        for (int i = 0; i < COLUMNS * ROWS; i++)
            draw_button(program, i);
    }
    SDL_UpdateWindowSurface(program->window);
}

static int button_at(const struct program *program, int x, int y)
{
    SDL_Point point = {x, y};

    if (program->second_page)
        return SDL_PointInRect(&point, &back_button) ? BACK : NOTHING;
    for (int i = 0; i < COLUMNS * ROWS; i++)
        if (SDL_PointInRect(&point, &BUTTON(i)))
            return i;
    return NOTHING;
}

static void press(struct program *program, int button)
{
    int before = program->pressed;
    SDL_Rect rect = rect_of(button == NOTHING ? before : button);

    if (button == before)
        return;
    program->pressed = button;
    draw_button(program, button == NOTHING ? before : button);
    SDL_UpdateWindowSurfaceRects(program->window, &rect, 1);
}

static void release(struct program *program, int button)
{
    bool turns = button == program->pressed &&
                 (button == 0 || button == BACK || (button == LIST && program->list));

    if (!turns) {
        press(program, NOTHING);
        return;
    }
    program->pressed = NOTHING;
    program->on_list = button == LIST;
    if (program->on_list) {
        bare_list_draw(program->list);
        return;
    }
    program->second_page = !program->second_page;
    draw_all(program);
}

static void handle_on_list(struct bare_list *list, const SDL_Event *event)
{
    if (event->type == SDL_MOUSEBUTTONDOWN)
        bare_list_press(list, event->button.x, event->button.y);
    else if (event->type == SDL_MOUSEMOTION)
        bare_list_move(list, event->motion.y);
    else if (event->type == SDL_MOUSEBUTTONUP)
        bare_list_release(list, event->button.x, event->button.y);
}

/* False when the program is to end. While the list glides a frame is drawn each sixtieth second. */
static bool next_event(struct program *program, SDL_Event *event)
{
    static Uint32 due;

    while (program->on_list && !SDL_PollEvent(event)) {
        if (!bare_list_glide(program->list))
            return SDL_WaitEvent(event) && event->type != SDL_QUIT;
        due = SDL_TICKS_PASSED(SDL_GetTicks(), due + 2 * FRAME_MS) ? SDL_GetTicks() : due;
        due += FRAME_MS;
        while (!SDL_TICKS_PASSED(SDL_GetTicks(), due))
            SDL_Delay(1);
    }
    if (!program->on_list)
        (void)SDL_WaitEvent(event);
    return event->type != SDL_QUIT;
}

static void run(struct program *program)
{
    SDL_Event event = {0};

    while (next_event(program, &event)) {
        if (program->on_list)
            handle_on_list(program->list, &event);
        else if (event.type == SDL_MOUSEBUTTONDOWN)
            press(program, button_at(program, event.button.x, event.button.y));
        else if (event.type == SDL_MOUSEBUTTONUP)
            release(program, button_at(program, event.button.x, event.button.y));
        else if (event.type == SDL_WINDOWEVENT && event.window.event == SDL_WINDOWEVENT_EXPOSED)
            SDL_UpdateWindowSurface(program->window);
    }
}

int main(int argc, char **argv)
{
    struct program program = {.pressed = NOTHING};

    /* A texture behind the surface would be a software OpenGL here: slower, and 20 MB more. */
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    /* Else the tap that gives the window the focus is swallowed. */
    SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
    if (argc < 2 || SDL_Init(SDL_INIT_VIDEO) != 0 || TTF_Init() != 0 ||
        !(program.window = SDL_CreateWindow("bare", 0, 0, 1920, 1080, SDL_WINDOW_BORDERLESS)) ||
        !(program.surface = SDL_GetWindowSurface(program.window)) ||
        !(program.font = TTF_OpenFont(argv[1], 52))) {
        (void)fprintf(stderr, "bare_sdl FONT.ttf [ROWS]: %s\n", SDL_GetError());
        return 1;
    }
    if (argc > 2)
        program.list = bare_list_new(program.window, argv[1], strtoul(argv[2], NULL, 10));
    draw_all(&program);
    run(&program);
    bare_list_free(program.list);
    TTF_CloseFont(program.font);
    TTF_Quit();
    SDL_DestroyWindow(program.window);
    SDL_Quit();
    return 0;
}
