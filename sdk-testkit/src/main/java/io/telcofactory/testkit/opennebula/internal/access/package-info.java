/** What objects are and who may do what with them: kinds, rights, permissions, rules, quotas, restricted attributes. */
@NullMarked
package io.telcofactory.testkit.opennebula.internal.access;

import org.jspecify.annotations.NullMarked;
