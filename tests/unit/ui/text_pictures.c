/* Draws what the text engine can do to PNG files, to be looked at by a person:
 *   text_pictures FOLDER
 * writes one page for each size of text, in all ten languages, with ruby and narrow columns. */
#include "ui/text/text.h"

#include <png.h>
#include <stdio.h>
#include <string.h>

#define PAGE_WIDTH 1560
#define MARGIN 24

struct sample {
    const char *language;
    const char *heading;
    const char *body;
};

static const struct sample samples[] = {
    {"ja", "子どもや若い人が、家族の世話をしている・学校に来ていない",
     "選ぶと、すぐに使える案内を先に出します。「Yotteカフェ」は10時から17時まで（水曜休み）。"},
    {"ja-easy", "子《こ》どもや 若《わか》い 人《ひと》が 家族《かぞく》の 世話《せわ》を している",
     "学校《がっこう》に 来《こ》ない。電話《でんわ》は 03-1234-5678。生活《せいかつ》の "
     "相談《そうだん》を 承《うけたまわ》ります。"},
    {"en", "Someone I meet through my work or community role",
     "If you choose one, we first show help you can use right now. AVATAR, Type, fjord gypsy."},
    {"zh-Hans", "孩子或年轻人在照顾家人，或没来上学",
     "选择后，会先显示马上可用的帮助。“简体”中文：12月3日（周二）。"},
    {"ko", "아이나 청년이 가족을 돌봄 · 학교에 나오지 않음",
     "선택하면 바로 이용할 수 있는 안내를 먼저 보여 드립니다. 18~39세"},
    {"vi", "Trẻ em hoặc người trẻ chăm sóc gia đình, hoặc nghỉ học",
     "Nếu chọn, chúng tôi sẽ hiện ngay sự giúp đỡ có thể dùng liền. ẾỄỮỰ ằẵộ"},
    {"pt-BR", "Criança ou jovem cuida da família ou falta à escola",
     "Se escolher, mostramos primeiro a ajuda que já pode usar."},
    {"es", "Un niño o joven cuida a su familia o falta a la escuela",
     "Si elige, primero mostramos la ayuda que puede usar ya. ¿Sí? ¡Ñandú!"},
    {"ne", "बच्चा वा युवाले परिवार हेर्ने; विद्यालय नआउने",
     "छान्नुभयो भने, अहिले नै पाइने सहयोग पहिले देखाउँछौं। क्षेत्र ज्ञान श्रम ट्रक १२३ (10)"},
    {"fil", "Bata o kabataan ang nag-aalaga sa pamilya, o lumiliban sa paaralan",
     "Kapag pumili, ipapakita muna ang tulong na magagamit agad. ₱500"},
    {"ja", "Yotteカフェ नेपाली 한국어 简体 Nguyễn 髙﨑𠮷",
     "「ー」っゃ々、。〜・①→○× 2026年11月21日（土）"},
};

static bool write_png(const SDL_Surface *page, const char *path)
{
    png_image image = {.version = PNG_IMAGE_VERSION,
                       .width = (png_uint_32)page->w,
                       .height = (png_uint_32)page->h,
                       .format = PNG_FORMAT_BGRA};

    return png_image_write_to_file(&image, path, 0, page->pixels, page->pitch, NULL) != 0;
}

static int draw_text(struct yt_text_engine *engine, SDL_Surface *page, const char *text,
                     const struct yt_text_style *style, SDL_Rect box)
{
    const struct yt_text_layout *layout = yt_text_lay_out(engine, text, style, box.w);
    const SDL_Rect area = {box.x, box.y, box.w, layout->height};

    SDL_FillRect(page, &area, SDL_MapRGBA(page->format, 240, 236, 228, 255));
    yt_text_draw(engine, layout, page, box.x, box.y, box.w,
                 layout->too_narrow ? (SDL_Color){160, 0, 0, 255} : (SDL_Color){26, 26, 28, 255});
    return layout->height;
}

static void draw_page(struct yt_text_engine *engine, SDL_Surface *page, int em_px)
{
    const int columns[] = {em_px * 22, em_px * 9, em_px * 5};
    int y = MARGIN;

    SDL_FillRect(page, NULL, SDL_MapRGBA(page->format, 255, 255, 255, 255));
    for (size_t i = 0; i < YT_COUNT(samples); i++) {
        int x = MARGIN;
        int row = 0;

        for (size_t k = 0; k < YT_COUNT(columns); k++) {
            struct yt_text_style style = {.em_px = em_px,
                                          .weight = YT_TEXT_BOLD,
                                          .language = samples[i].language,
                                          .line_gap = 0.1F,
                                          .balanced = true};
            int height = draw_text(engine, page, samples[i].heading, &style,
                                   (SDL_Rect){x, y, columns[k], 0});

            style = (struct yt_text_style){.em_px = em_px * 3 / 4,
                                           .language = samples[i].language,
                                           .line_gap = 0.25F,
                                           .align = k == 2 ? YT_TEXT_CENTRE : YT_TEXT_START};
            height += draw_text(engine, page, samples[i].body, &style,
                                (SDL_Rect){x, y + height + 6, columns[k], 0});
            row = height > row ? height : row;
            x += columns[k] + MARGIN;
        }
        y += row + MARGIN;
    }
}

int main(int argc, char **argv)
{
    static const int sizes[] = {20, 28, 40};
    struct yt_err err = {0};
    YT_SCOPED(yt_text_engine_free_scoped) struct yt_text_engine *engine = NULL;

    if (argc != 2) {
        fprintf(stderr, "usage: %s FOLDER\n", argv[0]);
        return 2;
    }
    engine = yt_text_engine_new(NULL, NULL, &err);
    if (!engine) {
        fprintf(stderr, "%s\n%s\n", err.text, err.remedy);
        return 1;
    }
    for (size_t i = 0; i < YT_COUNT(sizes); i++) {
        char path[512];
        SDL_Surface *page = SDL_CreateRGBSurfaceWithFormat(0, PAGE_WIDTH, sizes[i] * 190, 32,
                                                           SDL_PIXELFORMAT_ARGB8888);

        if (!page)
            return 1;
        draw_page(engine, page, sizes[i]);
        snprintf(path, sizeof path, "%s/text-%d.png", argv[1], sizes[i]);
        bool written = write_png(page, path);

        SDL_FreeSurface(page);
        if (!written) {
            fprintf(stderr, "cannot write %s\n", path);
            return 1;
        }
        printf("%s\n", path);
    }
    return 0;
}
