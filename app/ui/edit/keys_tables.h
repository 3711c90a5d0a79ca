/* The boards of keys.h, one file each; only keys.c asks for them. */
#ifndef YT_UI_EDIT_KEYS_TABLES_H
#define YT_UI_EDIT_KEYS_TABLES_H

#include "ui/edit/keys.h"

extern const struct yt_key_board yt_keys_kana;
extern const struct yt_key_board yt_keys_kana_first;
extern const struct yt_key_board yt_keys_kana_last;
extern const struct yt_key_board yt_keys_kana_first_small;
extern const struct yt_key_board yt_keys_kana_last_small;
extern const struct yt_key_board yt_keys_latin;
extern const struct yt_key_board yt_keys_latin_small;
extern const struct yt_key_board yt_keys_accents;
extern const struct yt_key_board yt_keys_viet;
extern const struct yt_key_board yt_keys_viet_small;
extern const struct yt_key_board yt_keys_symbols;
extern const struct yt_key_board yt_keys_latin_half;
extern const struct yt_key_board yt_keys_accents_half;
extern const struct yt_key_board yt_keys_viet_half;
extern const struct yt_key_board yt_keys_symbols_half;
extern const struct yt_key_board yt_keys_phone;

#endif
