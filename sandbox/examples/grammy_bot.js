// A bot of grammY (Node.js) on the sandbox: npm ci && BOT_API=http://127.0.0.1:8081 BOT_TOKEN=… node grammy_bot.js
const { Bot, InlineKeyboard, InlineQueryResultBuilder } = require('grammy');

const bot = new Bot(process.env.BOT_TOKEN, { client: { apiRoot: process.env.BOT_API } });
bot.command('start', (ctx) => ctx.reply('Hello! Say something.', { reply_markup: new InlineKeyboard().text('Press me', 'press') }));
bot.on('message:text', (ctx) => ctx.reply(ctx.msg.text, { reply_parameters: { message_id: ctx.msg.message_id } }));
bot.callbackQuery('press', async (ctx) => {
  await ctx.answerCallbackQuery('Thank you!');
  await ctx.editMessageText('Pressed.');
});
bot.on('inline_query', (ctx) => {
  const words = ctx.inlineQuery.query;
  return ctx.answerInlineQuery(words ? [InlineQueryResultBuilder.article('echo', `Say “${words}”`).text(words)] : []);
});
bot.start();
