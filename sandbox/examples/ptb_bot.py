# A bot of python-telegram-bot on the sandbox: pip install -r requirements.txt
# BOT_API=http://127.0.0.1:8081 BOT_TOKEN=… python3 ptb_bot.py
import os
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, InlineQueryResultArticle, InputTextMessageContent
from telegram.ext import Application, CallbackQueryHandler, CommandHandler, InlineQueryHandler, MessageHandler, filters

async def start(update, _):
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Press me", callback_data="press")]])
    await update.message.reply_text("Hello! Say something.", reply_markup=keyboard)

async def echo(update, _):
    await update.message.reply_text(update.message.text, do_quote=True)

async def press(update, _):
    await update.callback_query.answer("Thank you!")
    await update.callback_query.edit_message_text("Pressed.")

async def inline(update, _):
    words = update.inline_query.query
    found = [InlineQueryResultArticle("echo", f"Say “{words}”", InputTextMessageContent(words))] if words else []
    await update.inline_query.answer(found)

app = Application.builder().token(os.environ["BOT_TOKEN"]).base_url(os.environ["BOT_API"] + "/bot").build()
app.add_handlers([CommandHandler("start", start), MessageHandler(filters.TEXT & ~filters.COMMAND, echo),
                  CallbackQueryHandler(press, "press"), InlineQueryHandler(inline)])
app.run_polling()
