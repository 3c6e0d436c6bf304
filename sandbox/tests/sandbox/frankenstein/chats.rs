//! Chats and who is in them.

use frankenstein::{
    AsyncTelegramApi,
    methods::{
        GetChatAdministratorsParams, GetChatMemberCountParams, GetChatMemberParams, GetChatParams, LeaveChatParams,
    },
    types::{ChatMember, ChatType},
};
use telegram_sandbox::Sandbox;

use super::Client;

pub(super) async fn story() -> Sandbox {
    let telegram = Sandbox::start().await;
    let bot = Client::of(&telegram);
    let (aida, ivan) = (telegram.user("Aida").username("aida").language("kk"), telegram.user("Ivan"));
    let elsewhere = telegram.user("Elsewhere");
    let private = aida.private();
    aida.say(&private, "hello");
    let group = telegram.group("Group", [&aida, &ivan]);
    let forum = telegram.supergroup("Forum", [&aida, &ivan]);
    forum.topic("Topic");
    let channel = telegram.channel("Channel", &aida);
    channel.discussed_in(&forum);

    let kinds = [
        (&private, ChatType::Private),
        (&group, ChatType::Group),
        (&forum, ChatType::Supergroup),
        (&channel, ChatType::Channel),
    ];
    for (chat, kind) in kinds {
        let full = bot.ok(bot.get_chat(&GetChatParams::builder().chat_id(chat.id()).build())).await;
        assert_eq!((full.id, full.type_field), (chat.id(), kind));
        let count = GetChatMemberCountParams::builder().chat_id(chat.id()).build();
        assert!(bot.ok(bot.get_chat_member_count(&count)).await >= 2);
    }

    let me = bot.ok(bot.get_me()).await.id;
    for (chat, user, expected) in [
        (&group, aida.id().unsigned_abs(), "creator"),
        (&group, ivan.id().unsigned_abs(), "member"),
        (&group, elsewhere.id().unsigned_abs(), "left"),
        (&group, me, "member"),
        (&channel, me, "administrator"),
    ] {
        let member = GetChatMemberParams::builder().chat_id(chat.id()).user_id(user).build();
        let status = match bot.ok(bot.get_chat_member(&member)).await {
            ChatMember::Creator(_) => "creator",
            ChatMember::Administrator(_) => "administrator",
            ChatMember::Member(_) => "member",
            ChatMember::Left(_) => "left",
            other => panic!("{other:?}"),
        };
        assert_eq!(status, expected, "{user} in {}", chat.id());
    }
    let administrators = GetChatAdministratorsParams::builder().chat_id(channel.id()).build();
    assert!(!bot.ok(bot.get_chat_administrators(&administrators)).await.is_empty());

    let leave = LeaveChatParams::builder().chat_id(group.id()).build();
    assert!(bot.ok(bot.leave_chat(&leave)).await);
    let error = bot.refused(bot.leave_chat(&leave)).await;
    assert_eq!(
        (error.error_code, error.description.as_str()),
        (403, "Forbidden: bot is not a member of the group chat")
    );
    telegram
}
