using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HelpDeskBot.Desk.Storage;

/// <summary>The production database.</summary>
internal sealed class PostgresDb(DbContextOptions<PostgresDb> options) : HelpDeskDb(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<Instant>().HaveConversion<Conversions.UtcDateTimes>();
    }
}
