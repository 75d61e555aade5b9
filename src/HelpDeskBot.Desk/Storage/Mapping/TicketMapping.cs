using HelpDeskBot.Domain.Surveys;
using HelpDeskBot.Domain.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HelpDeskBot.Desk.Storage.Mapping;

/// <summary>Tickets, their history and what hangs on them.</summary>
internal sealed class TicketMapping :
    IEntityTypeConfiguration<Ticket>, IEntityTypeConfiguration<TimelineRow>, IEntityTypeConfiguration<TimelineTextRow>,
    IEntityTypeConfiguration<AttachmentRow>, IEntityTypeConfiguration<AttachmentChunkRow>, IEntityTypeConfiguration<ReminderRow>,
    IEntityTypeConfiguration<Survey>, IEntityTypeConfiguration<AccessRow>
{
    public void Configure(EntityTypeBuilder<AccessRow> builder)
    {
        builder.ToTable("AccessLog");
        builder.HasIndex(row => new { row.Ticket, row.Person });
    }

    public void Configure(EntityTypeBuilder<Ticket> builder)
    {
        builder.ToTable("Tickets");
        builder.HasKey(ticket => ticket.Id);
        builder.Property(ticket => ticket.Id).ValueGeneratedNever();
        builder.Property(ticket => ticket.Version).IsConcurrencyToken();
        builder.Property(ticket => ticket.Subject).HasMaxLength(Filing.SubjectLimit);
        builder.Property(ticket => ticket.Links).HasColumnName("Related");
        builder.HasIndex(ticket => new { ticket.Requester, ticket.Status });
        builder.HasIndex(ticket => new { ticket.Queue, ticket.Status });
        builder.HasIndex(ticket => new { ticket.Owner, ticket.Status });
    }

    public void Configure(EntityTypeBuilder<TimelineRow> builder)
    {
        builder.ToTable("Timeline");
        builder.HasKey(row => new { row.Ticket, row.Sequence });
        builder.HasOne<Ticket>().WithMany().HasForeignKey(row => row.Ticket).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<TimelineTextRow> builder)
    {
        builder.ToTable("TimelineTexts");
        builder.HasKey(row => new { row.Ticket, row.Sequence });
        builder.HasOne<TimelineRow>().WithOne().HasForeignKey<TimelineTextRow>(row => new { row.Ticket, row.Sequence })
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AttachmentRow> builder)
    {
        builder.ToTable("Attachments");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasIndex(row => row.Ticket);
    }

    public void Configure(EntityTypeBuilder<AttachmentChunkRow> builder)
    {
        builder.ToTable("AttachmentChunks");
        builder.HasKey(row => new { row.Attachment, row.Index });
    }

    public void Configure(EntityTypeBuilder<ReminderRow> builder)
    {
        builder.ToTable("Reminders");
        builder.HasIndex(row => new { row.Ticket, row.Milestone, row.Cycle }).IsUnique();
        builder.HasIndex(row => new { row.State, row.DueAt });
        builder.Property(row => row.State).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<Survey> builder)
    {
        builder.ToTable("Surveys");
        builder.HasKey(survey => new { survey.Ticket, survey.Cycle });
        builder.Property(survey => survey.Version).IsConcurrencyToken();
        builder.HasIndex(survey => new { survey.Requester, survey.SentAt });
        builder.Ignore(survey => survey.AsksForComment);
    }
}
