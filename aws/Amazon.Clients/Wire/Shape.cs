using System.Collections.Concurrent;
using System.Reflection;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Wire;

/// <summary>What there is to know about a request, a response or an exception: which members travel outside of the JSON body, and whether any travel inside.</summary>
internal sealed class Shape
{
    private static readonly ConcurrentDictionary<Type, Shape> Known = [];

    private Shape(Type type)
    {
        var members = type.GetProperties().Where(IsOurs).ToList();

        Outside = [.. members
            .Select(property => (Property: property, Travels: property.GetCustomAttribute<TravelsAttribute>()))
            .Where(member => member.Travels is not null)];

        HasJsonBody = members.Count > Outside.Count;
        Body = Outside.Where(member => member.Travels.Place == Place.Body).Select(member => member.Property).SingleOrDefault();
    }

    public IReadOnlyList<(PropertyInfo Property, TravelsAttribute Travels)> Outside { get; }

    public bool HasJsonBody { get; }

    public PropertyInfo Body { get; }

    public static Shape Of(Type type) => Known.GetOrAdd(type, static type => new Shape(type));

    /// <summary>The runtime's base classes have members too (status, metadata); they are no part of the wire.</summary>
    public static bool IsOurs(MemberInfo member) => member.DeclaringType?.Assembly == typeof(Shape).Assembly;

    public void ReadHeaders(object target, IWebResponseData response)
    {
        foreach (var (property, travels) in Outside)
        {
            if (travels.Place == Place.Header && response.IsHeaderPresent(travels.Name))
            {
                property.SetValue(target, response.GetHeaderValue(travels.Name));
            }
        }
    }
}
