/* A kiosk's part, for trying yotte-desk from outside:
 *
 *   make_slip DESK.PUB KEY_FILE FOLDER
 *
 * prints the kiosk's enrolment code and writes an entry with many answers of the sample site as
 * FOLDER/slip.png (a photo), code.txt (what a scanner types), parts.txt (in three parts) and
 * number.txt. */
#include "base/fs.h"
#include "base/str.h"
#include "content/content.h"
#include "handoff/envelope.h"
#include "handoff/part.h"
#include "handoff/raster.h"
#include "handoff/symbol.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

static struct yt_err err;

static bool write_text(const char *folder, const char *name, const char *text)
{
    char path[PATH_MAX];

    snprintf(path, sizeof path, "%s/%s", folder, name);
    return yt_fs_write_durable(path, text, strlen(text), 0600, &err);
}

static bool draw(const struct yt_symbol *symbol, const char *folder)
{
    struct yt_raster raster;
    char path[PATH_MAX];
    int side = (symbol->side + 2 * YT_SYMBOL_QUIET_MODULES) * 4;
    bool drawn;

    if (!yt_raster_init(&raster, side, side, &err))
        return false;
    for (int y = 0; y < symbol->side; y++) {
        for (int x = 0; x < symbol->side; x++) {
            if (symbol->dark[y * symbol->side + x])
                yt_raster_fill(&raster, (x + YT_SYMBOL_QUIET_MODULES) * 4,
                               (y + YT_SYMBOL_QUIET_MODULES) * 4, 4, 4);
        }
    }
    snprintf(path, sizeof path, "%s/slip.png", folder);
    drawn = yt_raster_write_png(&raster, path, &err);
    yt_raster_done(&raster);
    return drawn;
}

/* Answers every question of the sample site with its first answer, or its first two. */
static bool answer_all(struct yt_entry *entry)
{
    struct yt_content *content = yt_content_load(YT_SOURCE_DIR "/kiosk-config", NULL, &err);
    const struct yt_site_content *site;

    if (!content)
        return false;
    site = yt_content_site(content);
    entry->content_number = site->number;
    for (size_t i = 0; i < site->check.question_count; i++) {
        const struct yt_check_question *question = &site->check.questions[i];
        struct yt_entry_answer *answer = &entry->answers[entry->answer_count++];

        answer->question = question->number;
        answer->chosen = UINT32_C(1) << question->options[0].number;
        if (question->type == YT_QUESTION_MULTI)
            answer->chosen |= UINT32_C(1) << question->options[1].number;
    }
    entry->items[entry->item_count++] =
        (struct yt_entry_item){.item = site->menu.items[10].number, .ways = YT_WAY_BOOK};
    entry->lit[entry->lit_count++] = site->menu.items[12].number;
    entry->appointment.type = site->appointments.types[0].number;
    entry->appointment.place = site->site.places[0].number;
    yt_content_free(content);
    return true;
}

static void ask_for_work(struct yt_entry *entry)
{
    entry->listing_count = 1;
    entry->listings[0] = (struct yt_entry_listing){.id = "J04",
                                                   .title = "事務所のそうじ（ひとりで静かに）",
                                                   .ways = YT_LISTING_SEE | YT_LISTING_ASK,
                                                   .conditions = YT_CONDITION_HALF_DAY};
    entry->programme_count = 1;
    entry->programmes[0] = (struct yt_entry_programme){
        .id = "P02", .title = "つどい場 しらかば", .day = 20780, .minute = 600};
}

static bool make_entry(const char *kiosk, struct yt_entry *entry)
{
    memset(entry, 0, sizeof *entry);
    randombytes_buf(entry->id, sizeof entry->id);
    snprintf(entry->kiosk, sizeof entry->kiosk, "%s", kiosk);
    yt_str_copy(entry->language, sizeof entry->language, "ja");
    entry->time_minutes = 29927340;
    entry->time_trusted = true;
    entry->kinds = YT_ENTRY_CHECK | YT_ENTRY_BOOK | YT_ENTRY_JOB | YT_ENTRY_JOIN;
    entry->consent = YT_CONSENT_NAMED;
    entry->urgency = YT_URGENCY_TODAY;
    entry->appointment.wanted = true;
    entry->appointment.firm = true;
    entry->appointment.time_count = 1;
    entry->appointment.time_minutes[0] = 29928975;
    yt_str_copy(entry->contact.name, sizeof entry->contact.name, "たなか");
    entry->contact.reach = YT_REACH_PHONE;
    yt_str_copy(entry->contact.number, sizeof entry->contact.number, "0000-00-9876");
    yt_str_copy(entry->own_words, sizeof entry->own_words, "駅からの道がわかりません。");
    ask_for_work(entry);
    return answer_all(entry);
}

static bool write_slip(const struct yt_sealed *sealed, const char *folder)
{
    YT_SCOPED(yt_buf_done) struct yt_buf parts;
    char digits[YT_PART_MAX];
    char line[YT_PART_MAX + 2];
    char number[YT_SLIP_NUMBER_MAX];
    struct yt_symbols symbols;

    yt_buf_init(&parts, (size_t)4 * YT_PART_MAX);
    for (int part = 3; part >= 1; part--) {
        yt_part_write(sealed, part, 3, digits);
        yt_buf_printf(&parts, "%s\r", digits);
    }
    yt_part_write(sealed, 1, 1, digits);
    snprintf(line, sizeof line, "%s\r\n", digits);
    yt_slip_number(sealed->id, number);
    return write_text(folder, "code.txt", line) &&
           write_text(folder, "parts.txt", yt_buf_string(&parts)) &&
           write_text(folder, "number.txt", number) &&
           yt_symbols_make(sealed, YT_PAPER_80_DOTS, NULL, &symbols, &err) &&
           draw(&symbols.symbol[0], folder);
}

int main(int argc, char **argv)
{
    struct yt_desk_public desk;
    struct yt_kiosk_key kiosk;
    struct yt_entry entry;
    struct yt_sealed sealed;
    char code[YT_ENROLMENT_CODE_MAX];

    if (argc != 4 || sodium_init() < 0)
        return 2;
    if (!yt_desk_public_read(argv[1], &desk, &err) ||
        !yt_kiosk_key_open(argv[2], "k1", &kiosk, &err) || !make_entry("k1", &entry) ||
        !yt_envelope_seal(&entry, &kiosk, &desk, &sealed, &err) || !write_slip(&sealed, argv[3])) {
        fprintf(stderr, "make_slip: %s\n", err.text);
        return 1;
    }
    yt_enrolment_code(&kiosk.known, code);
    puts(code);
    yt_kiosk_key_wipe(&kiosk);
    yt_entry_wipe(&entry);
    return 0;
}
