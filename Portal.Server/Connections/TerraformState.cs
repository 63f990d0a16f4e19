using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Shared.Connections;

namespace Portal.Server.Connections;

/// <summary>
/// What one state of Terraform names in a connection: ids of things of API Gateway, and the addresses of the resources that have them. A state holds secrets, so nothing else of it is kept.
/// </summary>
internal sealed class TerraformState
{
    public required Guid ConnectionId { get; init; }

    /// <summary>What people call it: "orders, production".</summary>
    public required string Name { get; init; }

    public required IReadOnlyList<TerraformThing> Things { get; set; }

    public required DateTimeOffset GivenAt { get; set; }

    public TerraformStateView ToView() => new()
    {
        Name = Name,
        GivenAt = GivenAt,
        Total = Things.Count,
        Things = [.. Things.Take(TerraformStateView.Shown).Select(thing => new TerraformThingView(thing.Path, thing.Address))],
    };

    internal sealed class Table : IEntityTypeConfiguration<TerraformState>
    {
        public void Configure(EntityTypeBuilder<TerraformState> builder)
        {
            builder.ToTable("TerraformStates");
            builder.HasKey(state => new { state.ConnectionId, state.Name });
            builder.Property(state => state.Name).HasMaxLength(100);
            builder.Property(state => state.Things).HasConversion(TerraformThings.Converter, TerraformThings.Comparer);
            builder.HasOne<Connection>().WithMany().HasForeignKey(state => state.ConnectionId);
        }
    }
}

/// <param name="Path">AWS's path to it, as marks name it: "restapis/abc".</param>
/// <param name="Address">Of the resource: "module.shop.aws_api_gateway_rest_api.orders".</param>
internal sealed record TerraformThing(string Path, string Address);
