#include "content/import/html_text.h"

#include "base/str.h"
#include "content/import/check_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define SENTENCE_MAX 2048

/* Behind the tag, or behind all that belongs to it where it is none to be read. */
static const char *skip_tag(const char *at)
{
    static const char *const unread[] = {"script", "style"};
    const char *end;

    if (strncmp(at, "<!--", 4) == 0) {
        end = strstr(at, "-->");
        return end ? end + 3 : at + strlen(at);
    }
    for (size_t i = 0; i < YT_COUNT(unread); i++) {
        const size_t length = strlen(unread[i]);
        char closing[16];

        if (strncasecmp(at + 1, unread[i], length) != 0)
            continue;
        (void)snprintf(closing, sizeof closing, "</%s", unread[i]);
        end = strcasestr(at, closing);
        if (!end)
            return at + strlen(at);
        at = end;
    }
    end = strchr(at, '>');
    return end ? end + 1 : at + strlen(at);
}

static bool is_tag(const char *at)
{
    return at[1] == '/' || at[1] == '!' || (at[1] >= 'a' && at[1] <= 'z') ||
           (at[1] >= 'A' && at[1] <= 'Z');
}

/* Appends the character of an entity; false when it is none. */
static bool take_entity(const char **at, struct yt_buf *to)
{
    static const struct {
        const char *name;
        const char *text;
    } names[] = {{"&amp;", "&"},   {"&lt;", "<"},   {"&gt;", ">"},
                 {"&quot;", "\""}, {"&apos;", "'"}, {"&nbsp;", " "}};
    char one[4];
    char *end = NULL;
    unsigned long code_point;

    for (size_t i = 0; i < YT_COUNT(names); i++)
        if (strncmp(*at, names[i].name, strlen(names[i].name)) == 0) {
            *at += strlen(names[i].name);
            return yt_buf_text(to, names[i].text);
        }
    if ((*at)[1] != '#')
        return false;
    code_point = (*at)[2] == 'x' || (*at)[2] == 'X' ? strtoul(*at + 3, &end, 16)
                                                    : strtoul(*at + 2, &end, 10);
    if (*end != ';' || code_point < ' ' || code_point > 0x10FFFF)
        return false;
    *at = end + 1;
    return yt_buf_append(to, one, yt_str_put(one, (uint32_t)code_point));
}

void yt_html_text(const char *html, struct yt_buf *to)
{
    while (*html != '\0' && !to->failed) {
        if (*html == '<' && is_tag(html)) {
            html = skip_tag(html);
            yt_buf_byte(to, ' ');
        } else if (*html != '&' || !take_entity(&html, to)) {
            yt_buf_byte(to, (uint8_t)*html++);
        }
    }
}

/* The length of the sentence at the beginning, with its mark. */
static size_t sentence_length(const char *text)
{
    static const char *const marks[] = {"。", "！", "？", ". ", "! ", "? ", "\n"};
    size_t length = strlen(text);

    for (size_t i = 0; i < YT_COUNT(marks); i++) {
        const char *mark = strstr(text, marks[i]);

        if (mark && (size_t)(mark - text) + strlen(marks[i]) < length)
            length = (size_t)(mark - text) + strlen(marks[i]);
    }
    return length;
}

static void cut(char *sentence, size_t characters, struct yt_buf *to)
{
    const char *end = sentence;

    for (size_t i = 0; i + 1 < characters && *end != '\0'; i++)
        (void)yt_str_next(&end);
    sentence[end - sentence] = '\0';
    yt_buf_printf(to, "%s…", sentence);
}

void yt_text_first_sentences(const char *text, size_t characters, struct yt_buf *to)
{
    while (*text != '\0') {
        const size_t length = sentence_length(text);
        char sentence[SENTENCE_MAX];
        size_t count;

        (void)snprintf(sentence, sizeof sentence, "%.*s",
                       (int)(length < SENTENCE_MAX ? length : SENTENCE_MAX), text);
        yt_str_trim_partial(sentence);
        text += length;
        if (!yt_text_tidy(sentence) || sentence[0] == '\0' || yt_text_has_contact(sentence))
            continue;
        count = yt_str_length(sentence);
        if (count + (to->size > 0) > characters) {
            if (to->size == 0)
                cut(sentence, characters, to);
            return;
        }
        if (to->size > 0 && (unsigned char)yt_buf_string(to)[to->size - 1] < 0x80) {
            yt_buf_byte(to, ' ');
            count++;
        }
        yt_buf_text(to, sentence);
        characters -= count;
    }
}
