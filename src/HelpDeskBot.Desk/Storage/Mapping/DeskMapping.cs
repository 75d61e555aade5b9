using HelpDeskBot.Desk.People;
using HelpDeskBot.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HelpDeskBot.Desk.Storage.Mapping;

/// <summary>People, settings and counters.</summary>
internal sealed class DeskMapping :
    IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<IdentityRow>, IEntityTypeConfiguration<ConversationRow>,
    IEntityTypeConfiguration<DraftRow>, IEntityTypeConfiguration<DeskSettingsRow>, IEntityTypeConfiguration<KeptValueRow>, IEntityTypeConfiguration<NumberRow>, IEntityTypeConfiguration<WebAccessRow>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("People");
        builder.HasKey(person => person.Id);
        builder.Property(person => person.Notifications).HasConversion<Conversions.Notifications>();
    }

    public void Configure(EntityTypeBuilder<IdentityRow> builder)
    {
        builder.ToTable("Identities");
        builder.HasKey(row => new { row.Channel, row.Account });
        builder.HasIndex(row => row.Person);
        builder.HasIndex(row => row.Email);
    }

    public void Configure(EntityTypeBuilder<ConversationRow> builder)
    {
        builder.ToTable("Conversations");
        builder.HasKey(row => new { row.Channel, row.Id });
        builder.HasIndex(row => row.Id);
        builder.HasIndex(row => row.Person);
        builder.HasIndex(row => row.Queue);
    }

    public void Configure(EntityTypeBuilder<DraftRow> builder)
    {
        builder.ToTable("Drafts");
        builder.HasKey(row => row.Person);
        builder.Property(row => row.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<WebAccessRow> builder)
    {
        builder.ToTable("WebAccess");
        builder.HasKey(row => row.Digest);
        builder.HasIndex(row => row.Person);
        builder.HasIndex(row => row.ExpiresAt);
    }

    public void Configure(EntityTypeBuilder<DeskSettingsRow> builder)
    {
        builder.ToTable("DeskSettings");
        builder.HasKey(row => row.Version);
        builder.Property(row => row.Version).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<KeptValueRow> builder)
    {
        builder.ToTable("KeptValues");
        builder.HasKey(row => row.Name);
    }

    public void Configure(EntityTypeBuilder<NumberRow> builder)
    {
        builder.ToTable("Numbers");
        builder.HasKey(row => row.Name);
        builder.HasData(new NumberRow { Name = NumberRow.Ticket, Next = 1001 });
    }
}
