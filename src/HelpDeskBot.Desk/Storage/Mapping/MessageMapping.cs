using HelpDeskBot.Desk.Inbox;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.WebChat;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HelpDeskBot.Desk.Storage.Mapping;

/// <summary>What came in, what goes out, and what the web chat has shown.</summary>
internal sealed class MessageMapping :
    IEntityTypeConfiguration<InboxRow>, IEntityTypeConfiguration<ActionReceiptRow>, IEntityTypeConfiguration<OutboxRow>,
    IEntityTypeConfiguration<MessageCopyRow>, IEntityTypeConfiguration<PlacementRow>,
    IEntityTypeConfiguration<ChatConversationRow>, IEntityTypeConfiguration<ChatLogRow>,
    IEntityTypeConfiguration<SaidMessageRow>
{
    public void Configure(EntityTypeBuilder<InboxRow> builder)
    {
        builder.ToTable("Inbox");
        builder.HasIndex(row => new { row.Channel, row.DeliveryKey }).IsUnique();
        builder.HasIndex(row => new { row.State, row.Lane, row.Id });
        builder.Property(row => row.Fence).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<ActionReceiptRow> builder)
    {
        builder.ToTable("ActionReceipts");
        builder.HasKey(row => new { row.Key, row.Person });
    }

    public void Configure(EntityTypeBuilder<OutboxRow> builder)
    {
        builder.ToTable("Outbox");
        builder.HasIndex(row => row.Key).IsUnique();
        builder.HasIndex(row => new { row.State, row.Lane, row.Id });
        builder.HasIndex(row => new { row.Ticket, row.Entry });
        builder.Property(row => row.Fence).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<MessageCopyRow> builder)
    {
        builder.ToTable("MessageCopies");
        builder.HasKey(row => row.OutboxKey);
        builder.HasIndex(row => new { row.Ticket, row.Entry });
        builder.HasIndex(row => new { row.Conversation, row.Activity });
    }

    public void Configure(EntityTypeBuilder<PlacementRow> builder)
    {
        builder.ToTable("Placements");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasIndex(row => row.Ticket);
        builder.HasIndex(row => new { row.Conversation, row.Activity });
    }

    public void Configure(EntityTypeBuilder<ChatConversationRow> builder) => builder.ToTable("ChatConversations");

    public void Configure(EntityTypeBuilder<ChatLogRow> builder)
    {
        builder.ToTable("ChatLog");
        builder.HasKey(row => new { row.Conversation, row.Sequence });
        builder.HasIndex(row => new { row.Conversation, row.Activity, row.Event });
    }

    public void Configure(EntityTypeBuilder<SaidMessageRow> builder)
    {
        builder.ToTable("SaidMessages");
        builder.HasKey(row => new { row.Conversation, row.Activity });
    }
}
