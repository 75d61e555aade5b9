using HelpDeskBot.Desk.Knowledge;
using HelpDeskBot.Desk.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HelpDeskBot.Desk.Storage.Mapping;

/// <summary>What became of offering articles, and what was learned from tickets.</summary>
internal sealed class KnowledgeMapping :
    IEntityTypeConfiguration<SuggestionRow>, IEntityTypeConfiguration<SuggestedArticleRow>,
    IEntityTypeConfiguration<LearnedQuestionRow>, IEntityTypeConfiguration<ModelRow>
{
    public void Configure(EntityTypeBuilder<SuggestionRow> builder)
    {
        builder.ToTable("Suggestions");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.HasIndex(row => new { row.Person, row.At });
        builder.HasIndex(row => row.At);
        builder.HasMany(row => row.Articles).WithOne().HasForeignKey(article => article.Suggestion);
    }

    public void Configure(EntityTypeBuilder<SuggestedArticleRow> builder)
    {
        builder.ToTable("SuggestedArticles");
        builder.HasKey(row => new { row.Suggestion, row.Position });
        builder.HasIndex(row => row.Slug);
    }

    public void Configure(EntityTypeBuilder<LearnedQuestionRow> builder)
    {
        builder.ToTable("LearnedQuestions");
        builder.HasKey(row => row.Suggestion);
        builder.Property(row => row.Suggestion).ValueGeneratedNever();
        builder.HasIndex(row => new { row.Slug, row.Person });
    }

    public void Configure(EntityTypeBuilder<ModelRow> builder)
    {
        builder.ToTable("Models");
        builder.HasKey(row => new { row.Label, row.Version });
        builder.Property(row => row.Version).ValueGeneratedNever();
    }
}
