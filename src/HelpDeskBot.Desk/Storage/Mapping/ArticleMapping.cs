using HelpDeskBot.Desk.Knowledge;
using HelpDeskBot.Domain.Knowledge;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HelpDeskBot.Desk.Storage.Mapping;

/// <summary>Articles as they are published, and how they became so.</summary>
internal sealed class ArticleMapping :
    IEntityTypeConfiguration<Article>, IEntityTypeConfiguration<ArticleVersionRow>, IEntityTypeConfiguration<ArticleEditRow>,
    IEntityTypeConfiguration<FolderArticleRow>
{
    public void Configure(EntityTypeBuilder<Article> builder)
    {
        builder.ToTable("Articles");
        builder.HasKey(article => new { article.Slug, article.Language });
        builder.Ignore(article => article.Key);
    }

    public void Configure(EntityTypeBuilder<ArticleVersionRow> builder)
    {
        builder.ToTable("ArticleVersions");
        builder.HasKey(row => row.Id);
        builder.Ignore(row => row.Key);
        builder.Ignore(row => row.IsFolderDraft);
        builder.HasIndex(row => new { row.Slug, row.Language, row.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ArticleEditRow> builder)
    {
        builder.ToTable("ArticleEdits");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.Ignore(row => row.Key);
        builder.HasIndex(row => row.Person);
    }

    public void Configure(EntityTypeBuilder<FolderArticleRow> builder)
    {
        builder.ToTable("FolderArticles");
        builder.HasKey(row => new { row.Slug, row.Language });
    }
}
