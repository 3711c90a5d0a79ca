/* What text costs: start-up, a new screen, a screen seen before, memory.
 *   text_bench
 * prints one line a figure, with plain SDL_ttf (no ruby, no line breaks, no fallback) beside it. */
#include "ui/text/text.h"

#include <SDL_ttf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define ROUNDS 21
#define EM_PX 44

static const char *const screen_texts[] = {
    "子どもや若い人が、家族の世話をしている・学校に来ていない",
    "しばらく姿を見ない・郵便や新聞がたまっている",
    "お金や食べものに困っているようす",
    "あまり家から出ない・ドアごしに話すことが多い",
    "こわがっている・けがや大きな声が気になる",
    "もの忘れや、手続きができないことがふえた",
    "やせた・顔色や身なりが前とちがう",
    "家や庭が、片づかなくなっている",
    "仕事をやめた・仕事が続いていないようす",
    "まだよくわからない",
};

static const char *const language_texts[][2] = {
    {"ja", "選ぶと、すぐに使える案内を先に出します。"},
    {"ja-easy", "選《えら》ぶと、すぐに できる ことを 先《さき》に 見《み》せます。"},
    {"en", "If you choose one, we first show help you can use right now."},
    {"zh-Hans", "选择后，会先显示马上可用的帮助。"},
    {"ko", "선택하면 바로 이용할 수 있는 안내를 먼저 보여 드립니다."},
    {"vi", "Nếu chọn, chúng tôi sẽ hiện ngay sự giúp đỡ có thể dùng liền."},
    {"pt-BR", "Se escolher, mostramos primeiro a ajuda que já pode usar."},
    {"es", "Si elige, primero mostramos la ayuda que puede usar ya."},
    {"ne", "छान्नुभयो भने, अहिले नै पाइने सहयोग पहिले देखाउँछौं।"},
    {"fil", "Kapag pumili, ipapakita muna ang tulong na magagamit agad."},
};

static double now_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;

    return (x > y) - (x < y);
}

static double median(double *values)
{
    qsort(values, ROUNDS, sizeof *values, by_value);
    return values[ROUNDS / 2];
}

static double pss_mb(void)
{
    FILE *file = fopen("/proc/self/smaps_rollup", "r");
    char line[256];
    long kilobytes = 0;

    while (file && fgets(line, sizeof line, file)) {
        if (sscanf(line, "Pss: %ld kB", &kilobytes) == 1)
            break;
    }
    if (file)
        fclose(file);
    return (double)kilobytes / 1024;
}

static struct yt_text_engine *engine_or_exit(void)
{
    struct yt_err err = {0};
    struct yt_text_engine *engine = yt_text_engine_new(NULL, NULL, &err);

    if (!engine) {
        fprintf(stderr, "%s\n%s\n", err.text, err.remedy);
        exit(1);
    }
    return engine;
}

static void draw_screen(struct yt_text_engine *engine, SDL_Surface *page)
{
    const struct yt_text_style style = {
        .em_px = EM_PX, .language = "ja", .line_gap = 0.2F, .balanced = true};
    int y = 10;

    for (size_t i = 0; i < YT_COUNT(screen_texts); i++) {
        const struct yt_text_layout *layout = yt_text_lay_out(engine, screen_texts[i], &style, 900);

        yt_text_draw(engine, layout, page, 60, y, 900, (SDL_Color){20, 20, 24, 255});
        y += layout->height + 8;
    }
    yt_text_trim(engine);
}

/* The same letters by SDL_ttf alone, as a program without a text engine draws them. */
static void draw_plain(TTF_Font *font, SDL_Surface *page)
{
    int y = 10;

    for (size_t i = 0; i < YT_COUNT(screen_texts); i++) {
        SDL_Surface *line =
            TTF_RenderUTF8_Blended(font, screen_texts[i], (SDL_Color){20, 20, 24, 255});
        SDL_Rect place = {60, y, 0, 0};

        if (!line)
            continue;
        SDL_BlitSurface(line, NULL, page, &place);
        y += line->h + 8;
        SDL_FreeSurface(line);
    }
}

static void measure_engine(SDL_Surface *page)
{
    double first_label[ROUNDS];
    double cold[ROUNDS];
    double warm[ROUNDS];

    for (int i = 0; i < ROUNDS; i++) {
        const struct yt_text_style style = {.em_px = EM_PX, .language = "ja"};
        double start = now_ms();
        struct yt_text_engine *engine = engine_or_exit();

        yt_text_draw(engine, yt_text_lay_out(engine, "相談したい", &style, 900), page, 0, 0, 0,
                     (SDL_Color){0, 0, 0, 255});
        first_label[i] = now_ms() - start;
        if (i == 0)
            printf("engine and first label, first in the process  %7.2f ms\n", first_label[i]);
        start = now_ms();
        draw_screen(engine, page);
        cold[i] = now_ms() - start;
        start = now_ms();
        draw_screen(engine, page);
        warm[i] = now_ms() - start;
        yt_text_engine_free(engine);
    }
    printf("engine and first label, median                %7.2f ms\n", median(first_label));
    printf("screen of 200 letters, new, median            %7.2f ms\n", median(cold));
    printf("the same again, median                        %7.2f ms\n", median(warm));
}

static void measure_plain(SDL_Surface *page)
{
    const char *path = "/usr/share/fonts/truetype/bizud-gothic/BIZUDPGothic-Regular.ttf";
    double cold[ROUNDS];
    double warm[ROUNDS];

    if (TTF_Init() != 0)
        return;
    for (int i = 0; i < ROUNDS; i++) {
        double start = now_ms();
        TTF_Font *font = TTF_OpenFont(path, EM_PX);

        if (!font)
            break;
        draw_plain(font, page);
        cold[i] = now_ms() - start;
        start = now_ms();
        draw_plain(font, page);
        warm[i] = now_ms() - start;
        TTF_CloseFont(font);
        if (i + 1 < ROUNDS)
            continue;
        printf("plain SDL_ttf: the same letters, new, median  %7.2f ms\n", median(cold));
        printf("plain SDL_ttf: again, median                  %7.2f ms\n", median(warm));
    }
    TTF_Quit();
}

static void measure_memory(SDL_Surface *page)
{
    static const int sizes[] = {28, 44, 66};
    double before = pss_mb();
    struct yt_text_engine *engine = engine_or_exit();
    struct yt_text_usage usage;

    for (size_t i = 0; i < YT_COUNT(language_texts) * YT_COUNT(sizes) * 2; i++) {
        const struct yt_text_style style = {.em_px = sizes[i / 2 % YT_COUNT(sizes)],
                                            .weight = i % 2 ? YT_TEXT_BOLD : YT_TEXT_REGULAR,
                                            .language = language_texts[i / 2 / YT_COUNT(sizes)][0]};
        const char *text = language_texts[i / 2 / YT_COUNT(sizes)][1];

        yt_text_draw(engine, yt_text_lay_out(engine, text, &style, 900), page, 0, 0, 0,
                     (SDL_Color){0, 0, 0, 255});
        yt_text_trim(engine);
    }
    usage = yt_text_usage(engine);
    printf(
        "ten languages, three sizes, two weights       %7.2f MB (faces open %zu, layouts %zu kB, "
        "pixels %zu kB)\n",
        pss_mb() - before, usage.open_faces, usage.layout_bytes / 1024, usage.pixel_bytes / 1024);
    yt_text_engine_free(engine);
}

int main(void)
{
    SDL_Surface *page = SDL_CreateRGBSurfaceWithFormat(0, 1920, 1080, 32, SDL_PIXELFORMAT_XRGB8888);

    if (!page)
        return 1;
    memset(page->pixels, 255, (size_t)page->pitch * (size_t)page->h);
    measure_engine(page);
    measure_plain(page);
    measure_memory(page);
    SDL_FreeSurface(page);
    return 0;
}
